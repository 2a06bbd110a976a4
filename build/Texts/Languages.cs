using System.Globalization;

namespace Lab.Build.Texts;

/// <summary>The languages that the kit speaks, and the choice of one of them.</summary>
public static class Languages
{
    /// <summary>The environment variable that chooses the kit's language.</summary>
    public const string Variable = "LAB_LANG";

    /// <summary>All languages. The first one is taken if nothing asks for another.</summary>
    public static readonly IReadOnlyList<Catalogue> All = [new English(), new Spanish()];

    /// <summary>The codes of all languages.</summary>
    public static IReadOnlyList<string> Codes => [.. All.Select(language => language.Code)];

    // The language of the .NET SDK: .NET documentation, ".NET environment variables".
    private const string SdkVariable = "DOTNET_CLI_UI_LANGUAGE";

    // The host changes its UI culture once a language is chosen.
    private static readonly string _machine = CultureInfo.CurrentUICulture.Name;

    /// <summary>
    /// The language without an argument: that of the variables, of the kit for students, or of the machine.
    /// </summary>
    public static Catalogue OfMachine =>
        new[]
        {
            Environment.GetEnvironmentVariable(Variable),
            Environment.GetEnvironmentVariable(SdkVariable),
            KitFolder.HandoutLanguage,
            _machine,
        }
            .Select(Find)
            .FirstOrDefault(language => language is not null)
        ?? All[0];

    /// <summary>The language with this name. Null if the kit does not speak it.</summary>
    /// <param name="name">
    /// The name of a culture or of a locale, such as <c>es</c>, <c>es-AR</c> or <c>es_ES.UTF-8</c>. The region does not
    /// matter.
    /// </param>
    public static Catalogue? Find(string? name)
    {
        var code = name?.Split('-', '_', '.', '@')[0];
        return All.FirstOrDefault(one => one.Code.Equals(code, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The chosen language: the given one, else that of the variable, else that of the machine.</summary>
    /// <param name="given">The language that was given as an argument. Null or empty if none was.</param>
    /// <exception cref="RefusedException">The kit does not speak that language.</exception>
    public static Catalogue Choose(string? given)
    {
        foreach (
            var (setting, name) in new[] { ("--lang", given), (Variable, Environment.GetEnvironmentVariable(Variable)) }
        )
            if (!string.IsNullOrEmpty(name))
                return Find(name) ?? throw new RefusedException(new Refusal.UnknownLanguage(setting, name));
        return OfMachine;
    }
}
