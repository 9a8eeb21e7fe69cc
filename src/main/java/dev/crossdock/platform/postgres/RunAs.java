package dev.crossdock.platform.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way to run PostgreSQL, which refuses to run as root.
 *
 * @param way the tool's name, for messages
 * @param prefix what stands before the command
 * @param owner whom the cluster's files must belong to; null when that is whoever runs this process
 */
record RunAs(String way, List<String> prefix, @Nullable Owner owner) {

  /** A user of our own when the installer made one, else one most machines have. */
  private static final List<String> ACCOUNTS = List.of("crossdock", "postgres", "nobody");

  /** The number that means nobody where no account has that name. */
  private static final Owner NOBODY = new Owner(65534, 65534);

  static boolean runningAsRoot() {
    return new UnixSystem().getUid() == 0;
  }

  /** The ways to try on this machine, best first. */
  static List<RunAs> candidates(DataLayout layout) throws IOException {
    if (!runningAsRoot()) {
      return List.of(new RunAs("this user", List.of(), null));
    }
    Owner account = accountFor(layout);
    List<RunAs> ways = new ArrayList<>();
    Commands.find("setpriv").ifPresent(tool -> ways.add(new RunAs("setpriv",
        List.of(tool, "--reuid=" + account.uid(), "--regid=" + account.gid(), "--clear-groups", "--"), account)));
    Commands.find("runuser").ifPresent(tool -> account.name().ifPresent(name ->
        ways.add(new RunAs("runuser", List.of(tool, "-u", name, "--"), account))));
    // Root without its powers: still root to the file system, so it also works below a folder only root may enter.
    Commands.find("unshare").ifPresent(tool ->
        ways.add(new RunAs("unshare", List.of(tool, "--user", "--"), Owner.ROOT)));
    return ways;
  }

  /** The command line that runs a command this way. */
  List<String> command(List<String> command) {
    return Stream.concat(prefix.stream(), command.stream()).toList();
  }

  /** Makes sure that a tree belongs to whom this way runs as. */
  void own(Path tree) throws IOException {
    if (owner != null) {
      owner.takeTree(tree);
    }
  }

  /** Whoever owns the cluster, or the folder it comes into, is the one to run it: a user added later is not. */
  private static Owner accountFor(DataLayout layout) throws IOException {
    for (Path owned : List.of(layout.cluster(), layout.root())) {
      if (Files.exists(owned) && !Owner.of(owned).isRoot()) {
        return Owner.of(owned);
      }
    }
    return ACCOUNTS.stream().map(Owner::named).flatMap(Optional::stream).findFirst().orElse(NOBODY);
  }
}
