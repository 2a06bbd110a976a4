// Stands in for dotnet.exe, which no package holds: runs an assembly as that does, hook and all.
using System.Reflection;

var path = Path.GetFullPath(args[0]);
var code = AppDomain.CurrentDomain.ExecuteAssembly(path, args[1..]);
return Assembly.LoadFile(path).EntryPoint!.ReturnType == typeof(void) ? Environment.ExitCode : code;
