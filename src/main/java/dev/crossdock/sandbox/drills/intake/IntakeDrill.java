package dev.crossdock.sandbox.drills.intake;

import dev.crossdock.sandbox.drills.kit.Drill;
import dev.crossdock.sandbox.drills.kit.DrillArguments;
import dev.crossdock.sandbox.drills.kit.DrillResult;
import java.io.PrintStream;
import java.time.InstantSource;

/**
 * The way in, measured: at a rate, or the highest that holds, on an installation of its own; or so many orders as fast
 * as they are taken, on any.
 */
public final class IntakeDrill implements Drill {

  private final Databases databases;

  public IntakeDrill(Databases databases) {
    this.databases = databases;
  }

  @Override
  public String name() {
    return "intake";
  }

  @Override
  public String purpose() {
    return "orders a second from webhook to routed, channels and sizes mixed, none lost, none doubled, and their cost";
  }

  @Override
  public DrillResult run(DrillArguments arguments, PrintStream out, InstantSource time) throws InterruptedException {
    return arguments.url() != null || arguments.orders().isPresent()
        ? BurstIntake.run(arguments, out, time)
        : new SustainedIntake(arguments, databases, out, time).run();
  }
}
