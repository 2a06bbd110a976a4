using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>Settings of a <see cref="CakeHost"/> that have a name of their own.</summary>
public static class CakeHostExtensions
{
    /// <summary>Makes the tasks receive a context of the given type.</summary>
    /// <typeparam name="TContext">The context, created once, from the host's services.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseContext<TContext>(this CakeHost host)
        where TContext : class, IFrostingContext =>
        host.ConfigureServices(services => services.AddSingleton<IFrostingContext, TContext>());
}
