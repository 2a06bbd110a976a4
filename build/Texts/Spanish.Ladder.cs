using Lab.Build.Drawing;
using Lab.Harness;

namespace Lab.Build.Texts;

// The words in drawings of conversations.
public sealed partial class Spanish
{
    /// <inheritdoc />
    public override string PlayedAgain(string title) => $"{title} · otra vez";

    /// <inheritdoc />
    public override string Drawn(Mark mark, string what) =>
        mark switch
        {
            Mark.Start => $"arranca {what}",
            Mark.Listen => $"escucha {what}",
            Mark.Try => $"intenta {what}",
            Mark.Connect => "conecta",
            Mark.Refused => "conexión rechazada",
            Mark.Accept => "acepta",
            Mark.Bytes => what,
            Mark.Datagram => $"UDP {what}",
            Mark.HalfClose => "FIN (cierre a medias)",
            Mark.Fin => "FIN",
            Mark.Reset => "RST",
            Mark.Print => $"muestra {what}",
            Mark.PrintError => $"stderr {what}",
            Mark.Failure => $"falla: {what}",
            Mark.Timeout => $"tiempo agotado: {what}",
            Mark.End => "llega al final",
            Mark.Key => "se pulsa Enter",
            Mark.Exit when what.Length > 0 => $"fin, código {what}",
            Mark.Exit => "termina",
            Mark.GaveUp => "fin de la espera",
        };

    /// <inheritdoc />
    public override string Amount(long bytes, int pieces) =>
        pieces > 1 ? $"{Number(bytes)} B en {Number(pieces)} trozos" : $"{Number(bytes)} B";

    /// <inheritdoc />
    public override string Silence(TimeSpan length) => $"{Seconds(length)} sin nada";

    /// <inheritdoc />
    public override string LeftOut(int events) =>
        events == 1 ? "se omite 1 evento" : $"se omiten {Number(events)} eventos";

    /// <inheritdoc />
    public override string WithoutLane(int actors) =>
        actors == 1 ? "hay 1 más sin dibujar" : $"hay {Number(actors)} más sin dibujar";

    /// <inheritdoc />
    public override string Stray(Actor owner) => $"son bytes {Of(owner)}";

    /// <inheritdoc />
    public override string ExpectedHere(string expected) => $"esperado: {expected}";

    /// <inheritdoc />
    public override string WithYourProgram => "tu programa";

    /// <inheritdoc />
    public override string WithRightProgram => "un programa correcto, en la misma situación";

    /// <inheritdoc />
    public override string FirstDifference(string mark) =>
        $"{mark} la primera diferencia, sin contar los tiempos, los puertos ni lo que muestran los programas";

    /// <inheritdoc />
    public override string LaneLegend(string connected, string served) => $"{connected} conectado  {served} atendido";
}
