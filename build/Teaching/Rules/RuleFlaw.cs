using Lab.Build.Texts;
using Lab.Harness;

namespace Lab.Build.Teaching.Rules;

/// <summary>What is expected at a place of <c>grading.json</c>. The words of <c>$comment</c> in the schema name it.</summary>
public enum RuleExpectation
{
    /// <summary>An object with settings.</summary>
    Settings,

    /// <summary>A list that is not empty.</summary>
    List,

    /// <summary>A text that is not empty.</summary>
    Text,

    /// <summary>A time with its offset.</summary>
    Time,

    /// <summary>Points.</summary>
    Points,

    /// <summary>A number from 0 to 1.</summary>
    Factor,

    /// <summary>A number of digits.</summary>
    Digits,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A weight.</summary>
    Weight,

    /// <summary>A student's id, or an object with a student's id and a part.</summary>
    Excuse,

    /// <summary>One of some words.</summary>
    OneOf,

    /// <summary>One of some properties: this one is not known.</summary>
    Property,

    /// <summary>Some properties, which are missing.</summary>
    Missing,

    /// <summary>A property only once.</summary>
    Once,

    /// <summary>Parts that make the total.</summary>
    Sum,

    /// <summary>A step of the exercise.</summary>
    Step,

    /// <summary>A weight above 0 for at least one step.</summary>
    SomeWeight,

    /// <summary>A time after another one.</summary>
    After,
}

/// <summary>Something that is wrong in <c>grading.json</c>.</summary>
/// <param name="Place">The place, such as <c>points.total</c>. Empty for the whole file.</param>
/// <param name="Expected">What is expected there.</param>
public sealed record RuleFlaw(string Place, RuleExpectation Expected)
{
    /// <summary>The words or numbers that the expectation is about.</summary>
    public ValueList<string> Words { get; init; } = [];
}

/// <summary>The reason why there is no rule to grade by.</summary>
public abstract record RuleRefusal : Refusal.ForTeachers
{
    private RuleRefusal() { }

    /// <summary>The file is not JSON.</summary>
    /// <param name="File">The file, as the user typed it.</param>
    /// <param name="Line">The line where it stops being JSON, from 1.</param>
    public sealed record NotJson(string File, long Line) : RuleRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.RuleIsNotJson(File, Line);
    }

    /// <summary>The file is JSON, and no rule.</summary>
    /// <param name="File">The file, as the user typed it.</param>
    /// <param name="Flaws">Everything that is wrong.</param>
    public sealed record Flawed(string File, ValueList<RuleFlaw> Flaws) : RuleRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) =>
            string.Join('\n', Flaws.Select(texts.Sentence).Prepend(texts.RuleHasFlaws(File)));
    }

    /// <summary>The rule has no deadline.</summary>
    /// <param name="File">The file, as the user typed it, or its usual name.</param>
    public sealed record NoDeadline(string File) : RuleRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.RuleHasNoDeadline(File);
    }

    /// <summary>The default rule was to be written, and there is a file already.</summary>
    /// <param name="File">The file, as the user typed it.</param>
    public sealed record Exists(string File) : RuleRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.RuleExists(File);
    }
}
