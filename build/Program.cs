using System.Text;
using Cake.Cli;
using Cake.Core;
using Cake.Frosting;
using Lab.Build;
using Lab.Build.Tasks;
using Microsoft.Extensions.DependencyInjection;

Console.OutputEncoding = Encoding.UTF8;

// A clock that runs ahead must not make the scripts build for ever. It is said to this host, not to what it starts.
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
        // The verdict is the report; how long Cake's tasks took is nobody's question.
        services.AddSingleton<ICakeReportPrinter, NoReport>();
        services.AddSingleton<DescriptionScriptHost, TargetList>();
    })
    .UseContext<LabContext>()
    .Run(args);
return cake == 0 ? exitCode.Value : 2;
