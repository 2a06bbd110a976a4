using System.Diagnostics.Tracing;
using System.Globalization;

/// <summary>Listens to the runtime's own socket telemetry: connects, accepts, bytes received.</summary>
/// <remarks>
/// The event source and its counters are documented at
/// https://learn.microsoft.com/dotnet/fundamentals/networking/telemetry/events.
/// </remarks>
internal sealed class SocketEvents : EventListener
{
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
            case "EventCounters":
                Count(eventData.Payload?[0] as IDictionary<string, object?>);
                break;
        }
    }

    private void Listen(EventSource? source)
    {
        if (source?.Name != "System.Net.Sockets")
            return;
        var counters = new Dictionary<string, string?> { ["EventCounterIntervalSec"] = "0.1" };
        EnableEvents(source, EventLevel.Informational, EventKeywords.All, _countBytes ? counters : null);
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
