using System.Text.RegularExpressions;

namespace Lab.Build.Teaching.Submissions;

/// <summary>Recognises an exercise by the name that a student has given to a folder, a project or a file.</summary>
internal static partial class ProgramNames
{
    /// <summary>The exercise that a name stands for, such as "Ejercicio 2" or "ServidorMultihilo". Null if none.</summary>
    public static Exercise? ExerciseNamed(string name)
    {
        var plain = PlainLetters.Of(name);
        if (Numbered().Match(plain) is { Success: true } numbered)
            return Exercise.All[numbered.Groups["number"].Value[0] - '1'];
        var isClient = Client().IsMatch(plain);
        var isServer = Server().IsMatch(plain);
        return (isClient, isServer, Threads().IsMatch(plain)) switch
        {
            (false, _, true) => Exercise.ThreadedServer,
            (false, true, false) => Exercise.EchoServer,
            (true, false, false) => Exercise.Client,
            _ => null,
        };
    }

    [GeneratedRegex(@"^(e|ex|ej|ejer|ejercicio|exer|exercise|exercici|exercicio|ariketa)?0*(?<number>[1-3])(?!\d)")]
    private static partial Regex Numbered();

    [GeneratedRegex("client")]
    private static partial Regex Client();

    [GeneratedRegex("server|servidor|echo|eco")]
    private static partial Regex Server();

    [GeneratedRegex("thread|hilo|concurren")]
    private static partial Regex Threads();
}
