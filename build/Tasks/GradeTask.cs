using Cake.Frosting;
using Lab.Build.Arguments;
using Lab.Build.Teaching;
using Lab.Build.Teaching.Confining;
using Lab.Build.Teaching.Grading;
using Lab.Build.Teaching.Publishing;
using Lab.Build.Teaching.Rules;
using Lab.Build.Teaching.Submissions;
using Lab.Build.Texts;
using Lab.Build.Views;

namespace Lab.Build.Tasks;

/// <summary>Grades a class: reads what was handed in, checks the programs, and writes points and feedback.</summary>
[TaskName(Target.Grade)]
public sealed class GradeTask : ClassTask
{
    private const string Off = "off";

    /// <inheritdoc />
    public override string Description(Catalogue words) => words.GradeTarget;

    /// <inheritdoc />
    protected override async Task Run(LabContext context, CancellationToken interrupted)
    {
        var config = context.Get(KitArgument.Config);
        if (context.Get(KitArgument.Init))
        {
            GradingRule.WriteDefault(config ?? throw new RefusedException(new GradeRefusal.NoConfig()));
            Console.WriteLine(Texts.RuleWritten(config));
            return;
        }
        var rule = (config is null ? GradingRule.Default : GradingRule.Read(config)).DemandDeadline(config);
        var list = ListOf(context);
        var again = AgainIn(context, list);
        var isConfined = IsConfined(context.Get(KitArgument.Sandbox));
        var folder = FolderIn(context);
        var shard = Shard.Read(context.Get(KitArgument.Shard));
        ClassFolder.Write(folder.At(ClassFolder.RuleFile), TeachersFile.Read(config!));
        folder.Write(ClassRecord.Of(list) with { Shard = shard });

        var reader = new ClassReader(folder, rule, isConfined);
        ClassCheck[] checks =
        [
            .. list
                .Students.Where(handed => shard.Has(handed.Student))
                .TakeWhile(_ => !interrupted.IsCancellationRequested)
                .SelectMany(handed => reader.Read(handed, again(handed.Student))),
        ];
        await Check(folder, checks, isConfined, interrupted);
        await Publish(folder, rule, context, interrupted);
    }

    private static ClassList ListOf(LabContext context)
    {
        var submissions = Submission.In(
            context.Get(KitArgument.Submissions) ?? throw new RefusedException(new SubmissionRefusal.NoSubmissions())
        );
        return context.Get(KitArgument.Roster) is { } roster
            ? ClassList.Of(Roster.Read(roster), submissions)
            : ClassList.WithoutRoster(submissions);
    }

    private static Func<Student, bool> AgainIn(LabContext context, ClassList list)
    {
        var ids = context.Get(KitArgument.Again);
        string[] unknown = [.. (ids ?? []).Except(list.Students.Select(handed => handed.Student.Id))];
        if (unknown.Length > 0)
            throw new RefusedException(new GradeRefusal.NoSuchStudents([.. unknown]));
        return student => ids is not null && (ids.Count == 0 || ids.Contains(student.Id));
    }

    private static bool IsConfined(string? sandbox) =>
        sandbox switch
        {
            null => true,
            Off => false,
            _ => throw new RefusedException(new GradeRefusal.BadSandbox(sandbox)),
        };

    private static async Task Check(
        ClassFolder folder,
        ClassCheck[] checks,
        bool isConfined,
        CancellationToken interrupted
    )
    {
        interrupted.ThrowIfCancellationRequested();
        if (checks.Length == 0)
            return;
        if (isConfined)
            SandboxTrial.Make();
        await using var run = new ClassRun(folder, Texts.Code, isConfined);
        await new ClassProgressView(Terminal.Open(), Texts).While(progress => run.Run(checks, progress, interrupted));
    }
}
