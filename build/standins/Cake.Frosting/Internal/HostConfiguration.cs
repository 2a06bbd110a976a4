using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.IO;
using Spectre.Console.Cli;

namespace Cake.Frosting.Internal;

internal sealed class HostConfiguration(
    IFileSystem fileSystem,
    ICakeEnvironment environment,
    IRemainingArguments arguments
) : ICakeConfiguration
{
    // The engine merges the settings of the environment and of cake.config. The command line has priority.
    private readonly ICakeConfiguration merged = new CakeConfigurationProvider(
        fileSystem,
        environment
    ).CreateConfiguration(
        environment.WorkingDirectory,
        arguments.Parsed.ToDictionary(group => group.Key, group => group.FirstOrDefault() ?? string.Empty)
    );

    public string GetValue(string key) => merged.GetValue(key);
}
