using System.Text;
using Lab.Build.Teaching.Grading;

namespace Lab.Build;

// The host as a worker of a class that is graded.
internal static partial class OtherMode
{
    static partial void Enter(ref Task<int>? run)
    {
        if (WorkerProcess.TakeVariables() is { } confinement)
            run = Work(confinement == WorkerProcess.Confined);
    }

    private static async Task<int> Work(bool isConfined)
    {
        var answers = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
        using var orders = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        // Whatever else prints must not come between the answers.
        Console.SetOut(Console.Error);
        // Ctrl+C reaches the whole group. The end of its input tells the worker when to end, so that it can clean up.
        using var ignored = new Interrupt();
        await using var worker = new CheckWorker(answers, isConfined);
        await worker.Work(orders);
        return 0;
    }
}
