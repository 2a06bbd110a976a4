using System.Diagnostics.Tracing;
using System.Globalization;
using System.Net;

/// <summary>Listens to the runtime's own socket telemetry: connects, binds, accepts, bytes received.</summary>
/// <remarks>
/// The event source and its counters are documented at
/// https://learn.microsoft.com/dotnet/fundamentals/networking/telemetry/events. Only the runtime's internal diagnostics
/// tell of Bind and Listen (Socket.cs of dotnet/runtime). If another version of the runtime does not, a socket is still
/// seen in the operating system's table while it listens.
/// </remarks>
internal sealed class SocketEvents : EventListener
{
    private const string Telemetry = "System.Net.Sockets";
    private const string Diagnostics = "Private.InternalDiagnostics.System.Net.Sockets";

    private readonly Action<string> _report;
    private readonly bool _countBytes;
    private bool _acceptFailed;
    private double _received;

    public SocketEvents(Action<string> report, bool countBytes)
    {
        _report = report;
        _countBytes = countBytes;
        // The base class has reported the existing sources before these fields were set, so they are listened to here.
        EventSourceCreated += (_, created) => Listen(created.EventSource);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        switch (eventData.EventName)
        {
            case "ConnectStart":
                _report("connect " + eventData.Payload?[0]);
                break;
            case "AcceptFailed":
                _acceptFailed = true;
                break;
            case "AcceptStop":
                if (!_acceptFailed)
                    _report("accept");
                _acceptFailed = false;
                break;
            case "Info":
                Note(eventData.EventSource, eventData.Payload?[1] as string, eventData.Payload?[2] as string);
                break;
            case "EventCounters":
                Count(eventData.Payload?[0] as IDictionary<string, object?>);
                break;
        }
    }

    private void Listen(EventSource? source)
    {
        var counters = new Dictionary<string, string?> { ["EventCounterIntervalSec"] = "0.1" };
        if (source?.Name == Telemetry)
            EnableEvents(source, EventLevel.Informational, EventKeywords.All, _countBytes ? counters : null);
        else if (source?.Name == Diagnostics && _countBytes)
            EnableEvents(source, EventLevel.Informational, EventKeywords.All);
    }

    // The diagnostics tell of every call, which costs time. Only the first calls of a server are of interest.
    private void Note(EventSource source, string? call, string? details)
    {
        if (call == "Bind" && IPEndPoint.TryParse(details ?? "", out var place))
            _report("bind " + place);
        if (call is not ("Listen" or "Accept" or "Connect"))
            return;
        if (call == "Listen")
            _report("listen");
        DisableEvents(source);
    }

    private void Count(IDictionary<string, object?>? counter)
    {
        if (counter is null || counter["Name"] as string != "bytes-received")
            return;
        var received = Convert.ToDouble(counter["Mean"], CultureInfo.InvariantCulture);
        if (received > _received)
            _report(string.Create(CultureInfo.InvariantCulture, $"received {received:0}"));
        _received = received;
    }
}
