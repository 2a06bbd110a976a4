// Starts far more processes than it may. They end by themselves, so that even a kit that does not stop them survives.
using System.Diagnostics;

Process.Start("sh", ["-c", "n=0; while [ $n -lt 800 ]; do sleep 20 & n=$((n + 1)); done; echo all started # {mark}"])
    .WaitForExit();
