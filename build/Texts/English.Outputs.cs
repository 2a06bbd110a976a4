using Lab.Build.Results;

namespace Lab.Build.Texts;

// The phrases about results that are read from a file.
public sealed partial class English
{
    /// <inheritdoc />
    public override string ReportTarget =>
        "Shows the result in --input=result.json again, and writes it to each --output, without a new check";

    /// <inheritdoc />
    public override string InputArgument => "the result to show, as --output=result.json has written it";

    /// <inheritdoc />
    public override string InputNeeded =>
        "Report needs the result of a check: --input=result.json. A check writes one with --output=result.json.";

    /// <inheritdoc />
    public override string NoSuchInput(string file) => $"--input={file}: there is no such file.";

    /// <inheritdoc />
    public override string CannotRead(string file, string why) => $"--input={file} cannot be read. {why}";

    /// <inheritdoc />
    public override string Unreadable(DocumentFlaw flaw, string file, string detail) =>
        flaw switch
        {
            DocumentFlaw.NotJson => $"--input={file} is not a result: it is no JSON, or its end is missing.",
            DocumentFlaw.NoDocument => $"--input={file} is JSON, but not the result of a check.",
            DocumentFlaw.OtherSchema =>
                $"--input={file} was written by another version of the kit: its format is \"{detail}\", and this kit reads \"{ResultDocument.CurrentSchema}\".",
            DocumentFlaw.Malformed => $"--input={file} is a result, but it is damaged: {detail}",
        };
}
