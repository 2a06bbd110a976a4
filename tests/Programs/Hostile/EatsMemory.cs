// Collects memory without end instead of connecting.
var all = new List<byte[]>();
while (true)
{
    var more = new byte[1 << 20];
    Array.Fill(more, (byte)1);
    all.Add(more);
}
