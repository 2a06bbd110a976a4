using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Lab.Build.Teaching.Publishing;
using Lab.Build.Texts;
using Lab.Build.Views;
using Lab.Harness;
using Lab.Kit.Tests.Teaching;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>A report in a browser: everybody can read it, in both colour schemes, on a phone too.</summary>
[All]
public sealed class PageTests
{
    private const int Desk = 1400;
    private const int Phone = 360;
    private const string Feedback = "the feedback for a student";

    // One page of each kind: bytes that differ, all passed, a command, several clients, a compiler error, and a fault.
    private static readonly string[] _names =
    [
        "Ex1-step-4--ASCII",
        "Ex2-solution",
        "Ex2-a-command",
        "Ex3-step-6c--a-message-that-the-threads-share",
        "Ex3-step-compile--a-misspelt-name",
        "Ex1-no-such-command",
        Feedback,
    ];

    // Finding out what is right takes longer than finding what is wrong.
    private static readonly AxeRunOptions _all = new() { ResultTypes = [ResultType.Violations] };

    // The other colours change nothing else.
    private static readonly AxeRunOptions _contrast = new()
    {
        ResultTypes = [ResultType.Violations],
        RunOnly = RunOnlyOptions.Rules("color-contrast"),
    };

    private static IPlaywright? _playwright;
    private static IBrowser? _browser;

    public static IEnumerable<TestCaseData> Pages =>
        from name in _names
        from scheme in new[] { ColorScheme.Light, ColorScheme.Dark }
        select new TestCaseData(name, scheme);

    [OneTimeSetUp]
    public static async Task Open()
    {
        if (Machine.Find("chromium") is not { } chromium)
        {
            Assert.Ignore("chromium is not installed");
            return;
        }
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            // The superuser, as in many containers, has no sandbox there.
            new() { ExecutablePath = chromium, ChromiumSandbox = false }
        );
    }

    [OneTimeTearDown]
    public static async Task Close()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }

    [TestCaseSource(nameof(Pages))]
    public async Task Axe_finds_nothing(string name, ColorScheme scheme)
    {
        var page = await Show(name, scheme, Desk, opened: ".first details, .conversation:nth-of-type(-n + 2)");

        var found = await page.RunAxe(scheme == ColorScheme.Light ? _all : _contrast);
        await page.CloseAsync();

        Assert.That(found.Violations.SelectMany(Told), Is.Empty);
    }

    [TestCaseSource(nameof(_names))]
    public async Task A_phone_scrolls_drawings_and_code_but_not_the_page(string name)
    {
        var page = await Show(name, ColorScheme.Light, Phone, opened: "details");

        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        await page.CloseAsync();

        Assert.That(width, Is.LessThanOrEqualTo(Phone));
    }

    [TestCaseSource(nameof(_names))]
    public async Task The_browser_asks_for_nothing_and_complains_about_nothing(string name)
    {
        var page = await _browser!.NewPageAsync();
        List<string> asked = [];
        page.Request += (_, request) => asked.Add(request.Url);
        page.Console += (_, message) => asked.Add(message.Text);

        await page.SetContentAsync(Report(name), new() { WaitUntil = WaitUntilState.NetworkIdle });

        await page.CloseAsync();
        Assert.That(asked, Is.Empty);
    }

    private static async Task<IPage> Show(string name, ColorScheme scheme, int width, string opened)
    {
        var page = await _browser!.NewPageAsync(
            new()
            {
                ColorScheme = scheme,
                ViewportSize = new() { Width = width, Height = 900 },
                // The page forbids scripts, and axe is one.
                BypassCSP = true,
            }
        );
        await page.SetContentAsync(Report(name));
        await page.EvaluateAsync("all => document.querySelectorAll(all).forEach(one => one.open = true)", opened);
        return page;
    }

    private static string Report(string name) =>
        name == Feedback
            ? new FeedbackView(new English()).Html(FeedbackTests.Example)
            : new HtmlView(new English()).Render(Recorded.All[name]);

    private static IEnumerable<string> Told(AxeResultItem item) =>
        item.Nodes.Select(node => $"{item.Id}: {item.Help}: {node.Html}");
}
