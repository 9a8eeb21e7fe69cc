package dev.crossdock;

import dev.crossdock.platform.config.Settings;
import dev.crossdock.platform.time.SystemTime;
import dev.crossdock.sandbox.Demo;
import dev.crossdock.sandbox.DemoMerchant;
import dev.crossdock.sandbox.DemoState;
import dev.crossdock.sandbox.Product;
import dev.crossdock.sandbox.SimulatedChannels;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A full installation with a demo merchant, and simulated channels that send it orders until it is stopped. */
final class DemoCommand {

  private static final long SEED = 20_260_101L;
  private static final int ORDERS_PER_MINUTE = 12;
  private static final Demo.Options FIRST = new Demo.Options(SEED, ORDERS_PER_MINUTE, 64, Duration.ofDays(2));
  private static final Demo.Options AGAIN = new Demo.Options(SEED, ORDERS_PER_MINUTE, 8, Duration.ofHours(1));

  private DemoCommand() {}

  static int run(Settings settings, PrintStream out) {
    Optional<DemoState> state = DemoState.open(settings.data());
    if (state.isEmpty()) {
      out.println(settings.data() + " holds something that is no demo; give another directory with --data.");
      return 1;
    }
    Running demo = start(settings, state.get());
    tell(demo, state.get(), settings, out);
    Commands.waitForTheEnd(demo);
    return 0;
  }

  /** What runs, and is stopped again from the outside inwards. */
  private record Running(SimulatedChannels channels, Server server, Product product, Demo demo)
      implements AutoCloseable {

    @Override
    public void close() {
      demo.close();
      product.close();
      server.close();
      channels.close();
    }
  }

  private static Running start(Settings settings, DemoState state) {
    SimulatedChannels channels = SimulatedChannels.open(SEED);
    try {
      Server server = Server.start(forDemo(settings, state.apiKey(), channels.target()));
      server
          .firstAdministrator()
          .ifPresent(person -> state.remember(new DemoState.SignIn(person.signIn(), person.password())));
      Product product = new Product(URI.create("http://127.0.0.1:" + server.port()), state.apiKey());
      boolean first = new DemoMerchant(product, channels).setUp();
      Demo demo = Demo.start(channels, product, first ? FIRST : AGAIN, state, new SystemTime());
      return new Running(channels, server, product, demo);
    } catch (RuntimeException e) {
      channels.close();
      throw e;
    }
  }

  /** The log goes to a file, so that the address and the sign-in stay in sight. */
  private static Settings forDemo(Settings settings, String apiKey, String target) {
    List<String> targets = new ArrayList<>(settings.allowTargets());
    targets.add(target);
    return new Settings(
        settings.port(),
        settings.bind(),
        settings.publicUrl(),
        settings.data(),
        settings.database(),
        apiKey,
        settings.node(),
        settings.logFormat(),
        Settings.LogTarget.FILE,
        targets,
        settings.rawMessages(),
        settings.personalData());
  }

  private static void tell(Running demo, DemoState state, Settings settings, PrintStream out) {
    out.println();
    out.println("  Fern & Flint is open: http://localhost:" + demo.server().port() + "/console");
    out.println();
    state
        .signIn()
        .ifPresentOrElse(
            who -> out.println("  Sign in as " + who.name() + " with the password " + who.password()),
            () -> out.println("  Nobody knows how to sign in here: delete " + settings.data() + " to begin anew."));
    out.println("  API key and sign-in are kept in " + state.file());
    out.println("  Log: " + settings.data().resolve("logs").resolve("crossdock.log"));
    out.println();
    out.println("  Orders come in all the time. Ctrl+C stops; the next start goes on with the same data.");
  }
}
