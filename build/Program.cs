using Cake.Cli;
using Cake.Core;
using Cake.Core.Packaging;
using Cake.Frosting;
using Lab.Build;
using Lab.Build.Tasks;
using Lab.Build.Views;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

Terminal.SetEncoding();

if (OtherMode.Asked() is { } other)
    return await other;

// A clock that runs ahead must not make the scripts build again and again. This variable is for this host only, and not
// for the programs that it starts.
const string JustBuilt = "LAB_JUST_BUILT";
var justBuilt = Environment.GetEnvironmentVariable(JustBuilt) is not null;
Environment.SetEnvironmentVariable(JustBuilt, null);
if (!justBuilt && Freshness.IsStale(KitFolder.Root, Freshness.BuiltAt))
    return Freshness.StaleExitCode;

var exitCode = new ExitCode();
var cake = new CakeHost()
    .ConfigureServices(services =>
    {
        services.AddSingleton(exitCode);
        // The verdict is the report, so the durations of Cake's tasks are not shown.
        services.AddSingleton<ICakeReportPrinter, NoReport>();
        services.AddSingleton<DescriptionScriptHost, TargetList>();
        // Frosting creates NuGet's installers at every start, and the kit installs nothing. They take 0.1 s, and fail
        // on a read-only temporary folder, an unwritable home or a broken nuget.config.
        services.RemoveAll<IPackageInstaller>();
    })
    .UseContext<LabContext>()
    .Run(args);
return cake == 0 ? exitCode.Value : 2;
