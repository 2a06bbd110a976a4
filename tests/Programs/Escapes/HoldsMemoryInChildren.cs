// Lets several processes take some memory each: together more than a run may hold.
using System.Diagnostics;

for (int child = 0; child < 12; child++)
    Process.Start(
        "python3",
        ["-c", "import time; x = bytearray(b'1') * (100 << 20); print('took', flush=True); time.sleep(20) # {mark}"]
    );
Thread.Sleep(20_000);
Console.WriteLine("all started");
