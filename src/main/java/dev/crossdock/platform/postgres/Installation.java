package dev.crossdock.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Unpacked PostgreSQL programs together with a way to run them that was tried and works.
 *
 * @param major the major version of the programs
 */
record Installation(Path home, RunAs runAs, int major) {

  private static final Pattern VERSION = Pattern.compile("^postgres \\(PostgreSQL\\) (\\d+)");
  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(20);
  private static final Set<PosixFilePermission> ONLY_OWNER = PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> GROUP_MAY_PASS = PosixFilePermissions.fromString("rwx--x---");

  /** Tries the ways to run PostgreSQL in turn and takes the first that reaches both the programs and the data. */
  static Installation choose(Path home, DataLayout layout) throws IOException {
    List<String> refusals = new ArrayList<>();
    for (RunAs way : RunAs.candidates(layout)) {
      letPass(way, layout.root());
      Commands.Outcome outcome = Commands.run(way.command(List.of("/bin/sh", "-c", "cd \"$1\" && exec \"$2\" --version",
          "sh", layout.root().toString(), home.resolve("bin/postgres").toString())), "", PROBE_TIMEOUT);
      Matcher version = VERSION.matcher(outcome.output());
      if (outcome.succeeded() && version.find()) {
        return new Installation(home, way, Integer.parseInt(version.group(1)));
      }
      refusals.add(way.way() + ": " + outcome.line());
    }
    throw new PostgresStartFailure(RunAs.runningAsRoot() ? """
        PostgreSQL does not run as root, and no way to run it as another user works here for %s. Start Crossdock as \
        an ordinary user, or choose a data directory every user can reach, such as /var/lib/crossdock. Tried: %s"""
        .formatted(layout.root(), refusals.isEmpty() ? "setpriv, runuser and unshare are missing"
            : String.join("; ", refusals))
        : "The PostgreSQL programs in %s do not run on this machine: %s".formatted(home, String.join("; ", refusals)));
  }

  List<String> postgres(Path cluster, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/postgres").toString()));
    command.addAll(arguments);
    command.addAll(List.of("-D", cluster.toString()));
    return command;
  }

  /**
   * A data directory only root may enter (a temporary folder, say) lets the cluster's group pass through; what lies
   * in it stays as private as it was. Folders above it are not ours to change.
   */
  private static void letPass(RunAs way, Path root) throws IOException {
    Owner owner = way.owner();
    if (owner == null || owner.isRoot() || !Owner.of(root).isRoot()
        || !Files.getPosixFilePermissions(root).equals(ONLY_OWNER)) {
      return;
    }
    new Owner(Owner.ROOT.uid(), owner.gid()).take(root);
    Files.setPosixFilePermissions(root, GROUP_MAY_PASS);
  }
}
