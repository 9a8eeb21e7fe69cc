package dev.crossdock.sandbox.drills.kit;

import java.io.PrintStream;
import java.time.InstantSource;

/** One acceptance drill. */
public interface Drill {

  String name();

  /** What it shows, in one line. */
  String purpose();

  /** Runs it, telling on the way what it does. */
  DrillResult run(DrillArguments arguments, PrintStream out, InstantSource time) throws InterruptedException;
}
