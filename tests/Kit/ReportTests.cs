using Lab.Build;
using Lab.Build.Results;
using Lab.Build.Texts;
using Lab.Build.Views;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>Tests that a result can be written again in every format, without running anything.</summary>
public sealed class ReportTests
{
    private static IEnumerable<string> Endings => ResultFile.Endings;

    [TestCaseSource(nameof(Endings))]
    public void A_recorded_result_gives_the_same_file_again(string ending)
    {
        using var folder = new TemporaryFolder();
        var (first, json, again) = (
            Path.Combine(folder.Path, "1" + ending),
            Path.Combine(folder.Path, "2.json"),
            Path.Combine(folder.Path, "3" + ending)
        );
        foreach (var (name, result) in Recorded.All)
        {
            ResultFile.Write(result, first, new English());
            ResultFile.Write(result, json, new English());
            ResultFile.Write(DocumentFormat.Read(File.ReadAllText(json)), again, new English());

            Assert.That(File.ReadAllBytes(again), Is.EqualTo(File.ReadAllBytes(first)), name);
        }
    }

    [Test]
    public async Task A_report_is_what_the_check_itself_has_shown_and_written()
    {
        using var folder = new TemporaryFolder();
        string[] Outputs(string name) =>
            [.. ResultFile.Endings.Select(ending => $"--output={Path.Combine(folder.Path, name + ending)}")];
        var solution = KitFolder.ProgramOf(Exercise.EchoServer, solution: true);
        var program = folder.Write(
            "Program.cs",
            WrongPrograms.WrongProgram.Changed(
                solution,
                [
                    (
                        "client.Send(buffer.AsSpan(sent, count - sent))",
                        "client.Send(buffer.AsSpan(sent, count - sent - 1)) + 1"
                    ),
                ]
            )
        );

        var check = await Host.Run(["--target=Ex2", $"--program={program}", "--beside", .. Outputs("check")]);
        var report = await Host.Run([
            "--target=Report",
            $"--input={Path.Combine(folder.Path, "check.json")}",
            "--beside",
            .. Outputs("report"),
        ]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((check.ExitCode, report.ExitCode), Is.EqualTo((1, 1)));
            Assert.That(report.Output, Has.Length.GreaterThan(500));
            Assert.That(check.Output, Does.EndWith(report.Output));
            foreach (var ending in ResultFile.Endings)
                Assert.That(
                    File.ReadAllBytes(Path.Combine(folder.Path, "report" + ending)),
                    Is.EqualTo(File.ReadAllBytes(Path.Combine(folder.Path, "check" + ending))),
                    ending
                );
        }
    }

    [TestCaseSource(nameof(Endings))]
    public void A_check_that_was_still_running_is_told_as_such(string ending)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "report" + ending);
        var whole = Recorded.All["Ex2-step-5a--no-Accept"];
        ResultFile.Write(
            whole with
            {
                IsPartial = true,
                Steps = [.. whole.Steps.SkipLast(1), StepResult.WaitingFor("7", "7")],
            },
            file,
            new English()
        );

        var report = File.ReadAllText(file);

        Assert.That(report, Does.Contain("still being checked").And.Not.Contain("it needs step 7"));
        Assert.That(report, Does.Not.Contain("compiling"));
        if (ending is ".html" or ".md")
            Assert.That(report, Does.Contain("steps pass so far"));
    }

    [TestCase(null, "there is no such file")]
    [TestCase("", "is not a result: it is no JSON")]
    [TestCase("{ \"a\": 1 }", "is JSON, but not the result of a check")]
    [TestCase("{ \"schema\": \"lab/result/v7\" }", "lab/result/v7")]
    [TestCase("{ \"schema\": \"lab/result/v1\" }", "damaged")]
    public async Task A_file_that_is_no_result_gets_one_sentence(string? text, string words)
    {
        using var folder = new TemporaryFolder();
        var file = text is null ? Path.Combine(folder.Path, "none.json") : folder.Write("result.json", text);

        var run = await Host.Run(["--target=Report", $"--input={file}"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(run.Output.Trim(), Is.Empty);
            Assert.That(run.Error, Does.Contain(file).And.Contain(words));
            Assert.That(run.Error.Trim().Split('\n'), Has.Length.EqualTo(1));
        }
    }
}
