using Lab.Build.Texts;
using Lab.Harness;

namespace Lab.Build.Teaching.Grading;

/// <summary>The reason why a class cannot be graded.</summary>
public abstract record GradeRefusal : Refusal.ForTeachers
{
    private GradeRefusal() { }

    /// <summary>The text is no part of a class.</summary>
    public sealed record BadShard(string Text) : GradeRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.BadShard(Text);
    }

    /// <summary>The setting of the sandbox is unknown.</summary>
    public sealed record BadSandbox(string Text) : GradeRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.BadSandbox(Text);
    }

    /// <summary>Students who are to be graded again are not in the class.</summary>
    public sealed record NoSuchStudents(ValueList<string> Ids) : GradeRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.NoSuchStudents(Ids);
    }

    /// <summary>The new rule was asked for without the name of a file.</summary>
    public sealed record NoConfig : GradeRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.ConfigNeeded;
    }

    /// <summary>Nothing is to be put together.</summary>
    public sealed record NoParts : GradeRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.PartsNeeded;
    }

    /// <summary>The folder is not that of a graded class.</summary>
    public sealed record NoClass(string Folder, string Why) : GradeRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.NoClassIn(Folder, Why);
    }

    /// <summary>Two parts are not of the same class, or were graded with different rules.</summary>
    public sealed record PartsDiffer(string One, string Other) : GradeRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.PartsDiffer(One, Other);
    }

    /// <summary>Parts of the class are missing.</summary>
    public sealed record PartsMissing(ValueList<string> Shards) : GradeRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.PartsMissing(Shards);
    }

    /// <summary>The whole class would be written over one of its parts.</summary>
    public sealed record PartIsWhole(string Folder) : GradeRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.PartIsWhole(Folder);
    }

    /// <summary>Two parts hold the same students.</summary>
    public sealed record PartTwice(string One, string Other) : GradeRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.PartTwice(One, Other);
    }
}
