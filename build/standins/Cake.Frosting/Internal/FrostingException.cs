namespace Cake.Frosting;

internal sealed class FrostingException(string message) : Exception(message);
