using Cake.Core;

namespace Cake.Frosting;

/// <summary>The context that tasks receive. It is the engine's context, with a type that a host can replace.</summary>
public interface IFrostingContext : ICakeContext;

/// <summary>The base class of the context that a host sets.</summary>
/// <param name="context">The engine's context, which all members forward to.</param>
public class FrostingContext(ICakeContext context) : CakeContextAdapter(context), IFrostingContext;
