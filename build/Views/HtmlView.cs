using Lab.Build.Report;
using Lab.Build.Results;
using Lab.Build.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lab.Build.Views;

/// <summary>
/// Shows a result as a web page: one file that needs no network and no script. It is made of components, which encode
/// every text, so that nothing that a program prints or is called can become a part of the page.
/// </summary>
/// <param name="texts">The language.</param>
public sealed class HtmlView(Catalogue texts)
{
    /// <summary>The result as a text.</summary>
    public string Render(ResultDocument result) =>
        PageOf<ReportPage>(new() { [nameof(ReportPage.Result)] = result, [nameof(ReportPage.Language)] = texts });

    /// <summary>A page as a text.</summary>
    /// <typeparam name="T">The component that is the page.</typeparam>
    /// <param name="parameters">Its parameters.</param>
    internal static string PageOf<T>(Dictionary<string, object?> parameters)
        where T : IComponent
    {
        using var renderer = new HtmlRenderer(new NoServices(), NullLoggerFactory.Instance);
        return renderer
            .Dispatcher.InvokeAsync(async () =>
                (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString()
            )
            .GetAwaiter()
            .GetResult();
    }

    // A page that only shows a result needs none of a web site's services.
    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
