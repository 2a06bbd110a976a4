namespace CliWrap.Exceptions;

/// <summary>A failure of a command.</summary>
/// <param name="message">What happened.</param>
/// <param name="innerException">What led to it.</param>
public abstract class CliWrapException(string message, Exception? innerException = null)
    : Exception(message, innerException);
