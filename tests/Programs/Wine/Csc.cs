// Stands in for the C# compiler: the SDK's own is compiled ahead for Linux, and does not load on Windows. Gives out what
// was compiled there from the same source: COMPILED names the folder, and the files are named after the source's hash.
using System.Security.Cryptography;

var options = File.ReadAllLines(args.Single(argument => argument.StartsWith('@'))[1..]);
var output = options.Single(option => option.StartsWith("/out:"))["/out:".Length..].Trim('"');
var source = options.First(option => option.StartsWith('"')).Trim('"');
var hash = Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(source)));
var compiled = Path.Combine(Environment.GetEnvironmentVariable("COMPILED")!, hash);
foreach (var kind in new[] { ".dll", ".pdb" })
    File.Copy(compiled + kind, Path.ChangeExtension(output, kind));
