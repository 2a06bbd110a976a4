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
    // The engine merges what it finds in the environment and in cake.config; the command line wins.
    private readonly ICakeConfiguration merged = new CakeConfigurationProvider(
        fileSystem,
        environment
    ).CreateConfiguration(
        environment.WorkingDirectory,
        arguments.Parsed.ToDictionary(group => group.Key, group => group.FirstOrDefault() ?? string.Empty)
    );

    public string GetValue(string key) => merged.GetValue(key);
}
