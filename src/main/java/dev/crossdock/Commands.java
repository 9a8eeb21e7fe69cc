package dev.crossdock;

import dev.crossdock.cli.CommandLine;
import dev.crossdock.cli.Exchange;
import dev.crossdock.platform.config.Settings;
import dev.crossdock.platform.security.NewPerson;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What the commands do. */
final class Commands implements CommandLine.Actions {

  @Override
  public int start(Settings settings, PrintStream out) {
    Server server = Server.start(settings);
    out.println("Crossdock is ready on http://localhost:" + server.port() + "/console");
    server.firstAdministrator().ifPresent(person -> tellOnce(person, out));
    waitForTheEnd(server);
    return 0;
  }

  @Override
  public int demo(Settings settings, PrintStream out) {
    return DemoCommand.run(settings, out);
  }

  @Override
  public int check(Settings settings, PrintStream out) {
    return CheckCommand.run(settings, out);
  }

  @Override
  public int drill(List<String> arguments, PrintStream out) {
    return DrillCommand.run(arguments, out);
  }

  @Override
  public int exchange(String direction, List<String> arguments, PrintStream out) {
    return Exchange.run(direction, arguments, out);
  }

  static void tellOnce(NewPerson person, PrintStream out) {
    out.println();
    out.println("  Sign in as " + person.signIn() + " with the password " + person.password());
    out.println("  It is told this once; keep it.");
    out.println();
  }

  /** Until the process is asked to end; then everything is stopped in order. */
  static void waitForTheEnd(AutoCloseable server) {
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  close(server);
                  ended.countDown();
                },
                "shutdown"));
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(AutoCloseable server) {
    try {
      server.close();
    } catch (Exception e) {
      throw new IllegalStateException("could not stop in order", e);
    }
  }
}
