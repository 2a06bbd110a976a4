using System.Diagnostics;
using System.Net.Sockets;

/// <summary>
/// Records which socket call failed, even if the program handles the exception. For example, a Listen that fails shows
/// that Bind was called before it, which cannot be seen from outside.
/// </summary>
internal static class SocketFailures
{
    private const string Sockets = "System.Net.Sockets";
    private const string Names = "System.Net";

    // The type is found by its name, because the hook must not be the one that loads the sockets' assembly.
    public static void Notice(Exception exception, Action<string> report)
    {
        if (exception.Source != Sockets && exception.GetType().Namespace != Sockets && !IsAboutClosedSocket(exception))
            return;
        var call = new StackTrace()
            .GetFrames()
            .Select(frame => frame.GetMethod())
            .LastOrDefault(method =>
                method?.DeclaringType is { Namespace: Sockets or Names, IsPublic: true } && method.IsPublic
            );
        // A non-blocking socket throws WouldBlock all the time.
        if (call is not null && Error(exception) != "WouldBlock")
            report($"throws {call.Name} {Error(exception)}");
    }

    // The runtime itself throws if a socket is closed while it is used.
    private static bool IsAboutClosedSocket(Exception exception) =>
        exception is ObjectDisposedException disposed
        && disposed.ObjectName.StartsWith(Sockets, StringComparison.Ordinal);

    private static string Error(Exception exception) =>
        exception.GetType().Namespace == Sockets ? CodeOf(exception) : exception.GetType().Name;

    private static string CodeOf(Exception exception) =>
        exception is SocketException socket ? socket.SocketErrorCode.ToString() : exception.GetType().Name;
}
