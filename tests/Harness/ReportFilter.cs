using System.Text;

namespace Lab.Harness;

/// <summary>Takes the startup hook's reports out of a program's standard error.</summary>
/// <param name="key">The key that only this run's hook knows.</param>
/// <param name="report">Receives each report.</param>
internal sealed class ReportFilter(string key, Action<string> report)
{
    private const byte First = 0x1e;
    private const byte Last = 0x1f;
    private const int LongestReport = 400;

    private readonly byte[] _opening = [First, .. Encoding.ASCII.GetBytes(key), (byte)' '];
    private readonly List<byte> _held = [];

    /// <summary>Returns the bytes that the program itself wrote. A report may arrive in pieces.</summary>
    public ReadOnlySpan<byte> Strip(ReadOnlySpan<byte> chunk)
    {
        if (_held.Count == 0 && !chunk.Contains(First))
            return chunk;
        var own = new List<byte>(chunk.Length);
        foreach (var value in chunk)
            Take(value, own);
        return own.ToArray();
    }

    private void Take(byte value, List<byte> own)
    {
        if (_held.Count == 0 && value != First)
        {
            own.Add(value);
            return;
        }
        _held.Add(value);
        if (value == Last && _held.Count > _opening.Length)
        {
            report(Encoding.ASCII.GetString([.. _held[_opening.Length..^1]]));
            _held.Clear();
        }
        else if (!CouldBeReport())
        {
            own.AddRange(_held);
            _held.Clear();
        }
    }

    private bool CouldBeReport()
    {
        var compared = Math.Min(_held.Count, _opening.Length);
        return _held.Count < LongestReport && _held[..compared].SequenceEqual(_opening[..compared]);
    }
}
