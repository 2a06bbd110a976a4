using Cake.Core;

namespace Cake.Frosting;

/// <summary>What tasks receive: the engine's context, by a type that a host can replace.</summary>
public interface IFrostingContext : ICakeContext;

/// <summary>The context where the host sets no other, and the base class of those it sets.</summary>
/// <param name="context">The engine's context, which all members forward to.</param>
public class FrostingContext(ICakeContext context) : CakeContextAdapter(context), IFrostingContext;
