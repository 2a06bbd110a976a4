namespace Cake.Frosting;

/// <summary>A build program is put together in a way that cannot work.</summary>
public sealed class FrostingException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong.</param>
    public FrostingException(string message)
        : base(message) { }

    /// <summary>Creates the exception from another one.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What led to it.</param>
    public FrostingException(string message, Exception innerException)
        : base(message, innerException) { }
}
