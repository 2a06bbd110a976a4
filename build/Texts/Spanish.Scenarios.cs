using Lab.Harness;
using Lab.Scenarios;

namespace Lab.Build.Texts;

// The participants and the situations of scenarios.
public sealed partial class Spanish
{
    /// <inheritdoc />
    public override string Name(Role role) =>
        role switch
        {
            Role.Client => "cliente",
            Role.Server => "servidor",
            Role.Netcat => "netcat",
            Role.PortHolder => "otro programa",
            Role.Check => "la comprobación",
        };

    /// <inheritdoc />
    public override string TitleOf(Situation situation) =>
        situation switch
        {
            Situation.ServerReplies => "un servidor que responde",
            Situation.ServerSilentOneSecond => "un servidor que no dice nada; el tiempo de espera es de 1 segundo",
            Situation.ServerSilentByDefault => "un servidor que no dice nada, con el tiempo de espera por defecto",
            Situation.ServerSilentUntilDefault =>
                "un servidor en silencio hasta que se agota el tiempo de espera por defecto",
            Situation.ServerElsewhere =>
                "un servidor en una dirección y un puerto distintos de los valores por defecto",
            Situation.PlainMessage => "un mensaje sencillo",
            Situation.MessageBeyondAscii => "un mensaje con caracteres que no son ASCII",
            Situation.LateReply => "una respuesta que tarda 0,6 segundos",
            Situation.LateReplyDiffers => "una respuesta distinta del mensaje, que tarda 0,6 segundos",
            Situation.ReplyBeyondAscii => "una respuesta de varias líneas, con caracteres que no son ASCII",
            Situation.ServerSilentUntilTimeout => "un servidor en silencio hasta que se agota el tiempo de espera",
            Situation.NobodyListens => "nadie escucha en ese puerto",
            Situation.ServerResets => "un servidor que reinicia la conexión (RST)",
            Situation.ServerCloses => "un servidor que cierra sin decir nada",
            Situation.NoSuchHost => "una máquina que no existe",
            Situation.ReplyInSegments => "una respuesta en tres segmentos",
            Situation.SplitCharacter => "un carácter partido entre dos segmentos",
            Situation.ServerStays => "un servidor que deja abierta la conexión después de responder",
            Situation.LongReply => "un mensaje y una respuesta de 6000 bytes",
            Situation.ServerStarted => "el servidor arranca",
            Situation.PlaceOfItsOwn => "una dirección y un puerto propios",
            Situation.NobodyCallsOneSecond => "no se conecta nadie; el tiempo de espera es de 1 segundo",
            Situation.NobodyCallsByDefault => "no se conecta nadie, con el tiempo de espera por defecto",
            Situation.NobodyCallsUntilDefault =>
                "un cliente tardío; después, nadie hasta que se agota el tiempo de espera por defecto",
            Situation.ClientComesAndGoes => "un cliente llega y se va; el tiempo de espera es de 1 segundo",
            Situation.ClientConnects => "un cliente que se conecta",
            Situation.ClientAfterClient => "un cliente tras otro",
            Situation.OneLine => "un cliente que envía una línea",
            Situation.ShortAfterLong => "un mensaje corto después de uno largo",
            Situation.NoNewline => "un mensaje sin salto de línea al final",
            Situation.TwoInTurn => "dos clientes, uno después del otro, cada uno con su propia línea",
            Situation.AnyBytes => "bytes que no son UTF-8",
            Situation.ClientHasItsEcho => "un cliente que ya ha recibido su eco",
            Situation.ClientSaysNothing => "un cliente que se va sin decir nada",
            Situation.ClientsReset => "clientes que reinician su conexión (RST)",
            Situation.ClientResets => "un cliente que reinicia su conexión (RST)",
            Situation.ClientResetsBeforeSending => "un cliente que reinicia su conexión (RST) antes de enviar",
            Situation.PortHeld => "un puerto ocupado por otro programa",
            Situation.NobodyCallsUntilTimeout => "no se conecta nadie hasta que se agota el tiempo de espera",
            Situation.ClientThinks => "un cliente que piensa medio segundo antes de hablar",
            Situation.LongLine => "una línea larga, con caracteres que no son ASCII",
            Situation.PlaceAlone => "solo se dan la dirección y el puerto",
            Situation.MessageInSegments => "un mensaje en dos segmentos",
            Situation.LongMessage => "un mensaje de 100.000 bytes",
            Situation.SecondMeanwhile => "un segundo cliente mientras el primero está en silencio",
            Situation.FirstSpeaksLast => "dos clientes; el primero que se conecta es el último que habla",
            Situation.EightAtOnce => "ocho clientes a la vez, treinta veces",
            Situation.OneOfTwoResets => "uno de dos clientes reinicia su conexión (RST)",
            Situation.ClientSilentUntilTimeout => "un cliente en silencio hasta que se agota el tiempo de espera",
            Situation.Acceptance => "netcat mantiene abierta una conexión; se conecta el cliente de Ex1",
            Situation.Crowd => "treinta clientes que mantienen abierta su conexión",
            Situation.OtherMessages =>
                "un cliente que primero piensa; después, una línea larga, bytes que no son UTF-8, dos segmentos y un "
                    + "mensaje largo",
            Situation.SeveralAtOnce => "varios clientes a la vez",
        };

    // A name as the owner of something.
    private string Of(Actor actor) =>
        actor.Role is Role.Client or Role.Server ? $"del {Name(actor)}" : $"de {Name(actor)}";
}
