using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>Extension methods that configure a <see cref="CakeHost"/>.</summary>
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
