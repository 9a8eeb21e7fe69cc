package dev.crossdock.sandbox.drills;

import dev.crossdock.sandbox.drills.crash.CrashDrill;
import dev.crossdock.sandbox.drills.intake.Databases;
import dev.crossdock.sandbox.drills.growth.GrowthDrill;
import dev.crossdock.sandbox.drills.hostile.HostileDrill;
import dev.crossdock.sandbox.drills.intake.IntakeDrill;
import dev.crossdock.sandbox.drills.kit.Drill;
import dev.crossdock.sandbox.drills.kit.DrillArguments;
import dev.crossdock.sandbox.drills.kit.DrillResult;
import dev.crossdock.sandbox.drills.nodes.NodesDrill;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The drills there are, and the way to run one. */
public final class Drills {

  private static final int ASKED_WRONGLY = 2;

  private Drills() {}

  private static List<Drill> all(Databases databases) {
    return List.of(
        new IntakeDrill(databases), new CrashDrill(databases), new FlashSaleDrill(), new PushDrill(),
        new RoutingDrill(), new GrowthDrill(), new NodesDrill(databases), new HostileDrill());
  }

  /**
   * Runs the drill that the arguments name.
   *
   * @param databases finds the databases of the installations that drills make
   * @return the exit code: 0 passed, 1 a bar was missed, 2 asked wrongly
   */
  public static int run(
      List<String> arguments, Map<String, String> environment, PrintStream out, InstantSource time,
      Databases databases) {
    if (arguments.isEmpty() || arguments.getFirst().equals("list")) {
      all(databases).forEach(drill -> out.printf("  %-10s %s%n", drill.name(), drill.purpose()));
      return arguments.isEmpty() ? ASKED_WRONGLY : 0;
    }
    String name = arguments.getFirst();
    Optional<Drill> drill = all(databases).stream().filter(each -> each.name().equals(name)).findFirst();
    if (drill.isEmpty()) {
      out.println("There is no drill " + name + "; 'drill list' names them.");
      return ASKED_WRONGLY;
    }
    return switch (DrillArguments.read(arguments.subList(1, arguments.size()), environment)) {
      case DrillArguments.Misunderstood(List<String> complaints) -> {
        complaints.forEach(out::println);
        yield ASKED_WRONGLY;
      }
      case DrillArguments.Understood(DrillArguments understood) -> run(drill.get(), understood, out, time);
    };
  }

  private static int run(Drill drill, DrillArguments arguments, PrintStream out, InstantSource time) {
    DrillResult result = result(drill, arguments, out, time);
    out.print(result.text());
    write(result, arguments.json());
    return result.passed() ? 0 : 1;
  }

  /** A drill that breaks down has not passed, and its result says so. */
  private static DrillResult result(Drill drill, DrillArguments arguments, PrintStream out, InstantSource time) {
    try {
      return drill.run(arguments, out, time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return DrillResult.of(drill.name()).missed("the drill was interrupted").build();
    } catch (RuntimeException e) {
      return DrillResult.of(drill.name()).missed("the drill broke down: " + e.getMessage()).build();
    }
  }

  private static void write(DrillResult result, @Nullable Path json) {
    if (json == null) {
      return;
    }
    try {
      Files.writeString(json, result.json() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + json, e);
    }
  }
}
