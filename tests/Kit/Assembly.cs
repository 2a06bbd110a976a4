using NUnit.Framework;

// A check keeps both cores of a small machine busy already; more at once only makes each wait longer.
[assembly: Parallelizable(ParallelScope.All)]
[assembly: LevelOfParallelism(4)]
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
