using Cake.Cli;
using Cake.Cli.Infrastructure;
using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.Packaging;
using Cake.Core.Scripting;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace Cake.Frosting.Internal;

internal sealed class DefaultCommand(IServiceCollection services) : Command<DefaultCommandSettings>
{
    public override int Execute(
        CommandContext context,
        DefaultCommandSettings settings,
        CancellationToken cancellationToken
    )
    {
        services.AddSingleton<ICakeArguments>(context.Remaining.ToCakeArguments(settings.Targets));
        services.AddSingleton(context.Remaining);
        var provider = services.BuildServiceProvider();
        try
        {
            Execute(provider, settings);
            return 0;
        }
        catch (Exception exception)
        {
            provider.GetService<ICakeLog>().LogException(exception);
            return -1;
        }
    }

    private static void Execute(ServiceProvider provider, DefaultCommandSettings settings)
    {
        if (settings.Version)
        {
            provider.GetRequiredService<VersionFeature>().Run(provider.GetRequiredService<IConsole>());
        }
        else if (settings.Info)
        {
            provider.GetRequiredService<InfoFeature>().Run(provider.GetRequiredService<IConsole>());
        }
        else
        {
            provider.GetRequiredService<ICakeLog>().Verbosity = settings.Verbosity;
            SetWorkingDirectory(provider, settings);
            RunTargets(provider, settings);
        }
    }

    private static void SetWorkingDirectory(ServiceProvider provider, DefaultCommandSettings settings)
    {
        var environment = provider.GetRequiredService<ICakeEnvironment>();
        var directory = settings.WorkingDirectory?.MakeAbsolute(environment) ?? environment.WorkingDirectory;
        if (!provider.GetRequiredService<IFileSystem>().Exist(directory))
        {
            throw new FrostingException($"The working directory '{directory.FullPath}' does not exist.");
        }

        environment.WorkingDirectory = directory;
    }

    private static void RunTargets(ServiceProvider provider, DefaultCommandSettings settings)
    {
        ScriptHost host = settings switch
        {
            { DryRun: true } => provider.GetRequiredService<DryRunScriptHost<IFrostingContext>>(),
            { Tree: true } => provider.GetRequiredService<TreeScriptHost>(),
            { Description: true } => provider.GetRequiredService<DescriptionScriptHost>(),
            _ => provider.GetRequiredService<BuildScriptHost<IFrostingContext>>(),
        };
        var registration = ActivatorUtilities.CreateInstance<TaskRegistration>(provider);
        // No task asks for a tool, but the real package creates all installers at every start, so this does the same.
        _ = provider.GetServices<IPackageInstaller>().ToList();
        if (settings.Exclusive)
        {
            host.Settings.UseExclusiveTarget();
        }

        registration.RegisterAll();
        host.RunTargets(settings.Targets);
    }
}
