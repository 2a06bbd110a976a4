// Ends at once, and leaves processes that have nothing to do with it any more.
System.Diagnostics.Process.Start("sh", ["-c", "setsid sh -c 'sleep 600; : {mark}' > /dev/null 2>&1 < /dev/null &"]).WaitForExit();
System.Console.WriteLine("left");
