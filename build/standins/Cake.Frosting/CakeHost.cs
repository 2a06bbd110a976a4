using System.Reflection;
using Cake.Cli;
using Cake.Common.Modules;
using Cake.Core.Configuration;
using Cake.Core.Modules;
using Cake.DotNetTool.Module;
using Cake.Frosting.Internal;
using Cake.NuGet;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace Cake.Frosting;

/// <summary>A build program: its services, its tasks and its command line.</summary>
public sealed class CakeHost
{
    private readonly ServiceCollection services = CreateServices();

    /// <summary>
    /// Adds or replaces services. If a type is registered several times, the last registration counts.
    /// </summary>
    /// <param name="services">Receives the host's services.</param>
    /// <returns>This host.</returns>
    public CakeHost ConfigureServices(Action<IServiceCollection> services)
    {
        services(this.services);
        return this;
    }

    /// <summary>Reads the command line and runs the tasks it asks for.</summary>
    /// <param name="args">The program's arguments.</param>
    /// <returns>The program's exit code: 0, or -1 after a failure, which is printed.</returns>
    public int Run(IEnumerable<string> args)
    {
        AddTasks();
        var registrar = new TypeRegistrar();
        registrar.RegisterInstance(typeof(IServiceCollection), services);

        var app = new CommandApp<DefaultCommand>(registrar);
        app.Configure(config =>
        {
            config.ValidateExamples();
            config.AddExample();
            config.AddExample("--verbosity", "quiet");
            config.AddExample("--tree");
        });
        return app.Run(args);
    }

    private void AddTasks()
    {
        var tasks = (Assembly.GetEntryAssembly()?.GetExportedTypes() ?? []).Where(type =>
            type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IFrostingTask))
        );
        foreach (var task in tasks)
        {
            services.AddSingleton(typeof(IFrostingTask), task);
        }
    }

    private static ServiceCollection CreateServices()
    {
        var services = new ServiceCollection();
        services.AddCakeDiagnostics();
        services.UseModule<CoreModule>();
        services.UseModule<CommonModule>();
        services.UseModule<NuGetModule>();
        services.UseModule<DotNetToolModule>();
        services.AddSingleton<ICakeConfiguration, HostConfiguration>();
        services.AddSingleton<IVersionResolver, VersionResolver>();
        services.AddSingleton<VersionFeature>();
        services.AddSingleton<InfoFeature>();
        services.AddSingleton<BuildScriptHost<IFrostingContext>>();
        services.AddSingleton<DryRunScriptHost<IFrostingContext>>();
        services.AddSingleton<TreeScriptHost>();
        services.AddSingleton<DescriptionScriptHost>();
        return services;
    }
}
