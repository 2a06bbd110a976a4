using NUnit.Framework;

// A check uses two seconds of processor time, and mostly waits during the rest. Eight checks keep two cores busy.
[assembly: Parallelizable(ParallelScope.All)]
[assembly: LevelOfParallelism(8)]
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
