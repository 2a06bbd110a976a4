using NUnit.Framework;

// A check takes two seconds of processor time, and waits for bounds most of the rest: four keep two cores busy.
[assembly: Parallelizable(ParallelScope.All)]
[assembly: LevelOfParallelism(4)]
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
