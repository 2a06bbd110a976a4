using Lab.Build.Teaching.Submissions;

namespace Lab.Build.Teaching;

/// <summary>The folder of a class, in which everything about it is kept.</summary>
internal static class OutFolder
{
    /// <summary>Makes the folder if there is none.</summary>
    /// <param name="given">The argument as it was given. Null if it was not.</param>
    /// <returns>The folder.</returns>
    /// <exception cref="RefusedException">None was given, it is a file, or it cannot be made.</exception>
    public static string Make(string? given)
    {
        var folder = given ?? throw new RefusedException(new SubmissionRefusal.NoOutFolder());
        if (File.Exists(folder) || folder.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            throw new RefusedException(new SubmissionRefusal.NotFolder(folder));
        TeachersFile.Write(folder, () => Directory.CreateDirectory(folder));
        return folder;
    }
}
