package dev.crossdock;

import dev.crossdock.platform.time.SystemTime;
import dev.crossdock.sandbox.drills.Drills;
import java.io.PrintStream;
import java.util.List;

/** Runs an acceptance drill, on a throw-away installation unless another one is named. */
final class DrillCommand {

  private DrillCommand() {}

  static int run(List<String> arguments, PrintStream out) {
    return Drills.run(arguments, System.getenv(), out, new SystemTime());
  }
}
