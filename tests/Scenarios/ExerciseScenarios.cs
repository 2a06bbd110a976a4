using NUnit.Framework;

namespace Lab.Scenarios;

/// <summary>
/// The scenarios of an exercise. Each is one line: it returns the observation that its step must pass.
/// </summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public abstract class ExerciseScenarios;
