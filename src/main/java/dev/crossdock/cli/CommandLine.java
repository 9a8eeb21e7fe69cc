package dev.crossdock.cli;

import dev.crossdock.platform.config.Settings;
import dev.crossdock.platform.config.SettingsLoader;
import dev.crossdock.platform.config.SettingsLoading;
import dev.crossdock.platform.postgres.PostgresStartFailure;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the command and its options, and answers with the exit code: 0 done, 1 failed, 2 asked wrongly. */
public final class CommandLine {

  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int ASKED_WRONGLY = 2;

  private static final String DEMO_DATA = "data/demo";

  private static final String HELP =
      """
      Crossdock, order management for every channel

        crossdock demo   [--port 8080] [--data DIR]        a full installation with a demo merchant and simulated channels
        crossdock start  [--port 8080] [--data DIR] [--db-url URL]   the server
        crossdock check  [--data DIR | --db-url URL]       proves that stock, orders and the journal add up
        crossdock drill  NAME [--url URL] [--json FILE]    an acceptance drill; 'drill list' names them
        crossdock import KIND FILE [--url URL] --key KEY   products, listings, stock, adjustments, blocks or bins
                                                           from CSV or NDJSON
        crossdock export orders FILE [--url URL] --key KEY orders as CSV or NDJSON
        crossdock export policy FILE [--url URL] --key KEY the routing policy that decides, as JSON to be reviewed
        crossdock import policy FILE [--url URL] --key KEY a routing policy, as a draft
      """;

  /** What the commands do; given by the composition root, which may know everything. */
  public interface Actions {

    int start(Settings settings, PrintStream out);

    int demo(Settings settings, PrintStream out);

    int check(Settings settings, PrintStream out);

    int drill(List<String> arguments, PrintStream out);

    int exchange(String direction, List<String> arguments, PrintStream out);
  }

  private final Actions actions;
  private final PrintStream out;

  public CommandLine(Actions actions) {
    this(actions, new PrintStream(System.out, true, StandardCharsets.UTF_8));
  }

  /** Tells everything to somebody else. */
  public CommandLine(Actions actions, PrintStream out) {
    this.actions = actions;
    this.out = out;
  }

  /** Runs the command; the exit code. */
  public int run(String... args) {
    if (args.length == 0 || List.of("help", "--help", "-h").contains(args[0])) {
      out.print(HELP);
      return args.length == 0 ? ASKED_WRONGLY : DONE;
    }
    List<String> rest = Arrays.asList(args).subList(1, args.length);
    try {
      return switch (args[0]) {
        case "start" -> withSettings(rest, true, settings -> actions.start(settings, out));
        case "demo" -> withSettings(demo(rest), false, settings -> actions.demo(settings, out));
        case "check" -> withSettings(rest, false, settings -> actions.check(settings, out));
        case "drill" -> actions.drill(rest, out);
        case "import", "export" -> actions.exchange(args[0], rest, out);
        default -> {
          out.println("There is no command " + args[0] + "; crossdock --help lists them.");
          yield ASKED_WRONGLY;
        }
      };
    } catch (StartRefused e) {
      out.println(e.getMessage());
      return ASKED_WRONGLY;
    } catch (PostgresStartFailure e) {
      out.println(e.getMessage());
      return FAILED;
    }
  }

  /** A demo keeps its data in a place of its own unless told otherwise, away from what a server here may keep. */
  private static List<String> demo(List<String> arguments) {
    boolean told = arguments.stream().anyMatch(argument -> argument.equals("--data") || argument.startsWith("--data="));
    if (told || System.getenv("CROSSDOCK_DATA") != null) {
      return arguments;
    }
    List<String> more = new ArrayList<>(arguments);
    more.add("--data=" + DEMO_DATA);
    return more;
  }

  private interface WithSettings {
    int run(Settings settings);
  }

  private int withSettings(List<String> arguments, boolean print, WithSettings action) {
    return switch (SettingsLoader.load(arguments, System.getenv(), Path.of(""))) {
      case SettingsLoading.Loaded loaded -> {
        if (print) {
          out.println(loaded.table());
        }
        yield action.run(loaded.settings());
      }
      case SettingsLoading.Refused refused -> {
        refused.complaints().forEach(out::println);
        yield ASKED_WRONGLY;
      }
    };
  }
}
