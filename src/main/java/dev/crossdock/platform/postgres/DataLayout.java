package dev.crossdock.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the embedded PostgreSQL keeps what, inside Crossdock's data directory. */
record DataLayout(Path root) {

  private static final String UNFINISHED = "postgres.new.";

  /** Makes the data directory where it is missing. */
  static DataLayout in(Path root) throws IOException {
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw new PostgresStartFailure(
          "The data directory %s is a file. Choose a folder, or a name that is not taken.".formatted(root));
    }
    Files.createDirectories(root);
    if (!Files.isWritable(root)) {
      throw new PostgresStartFailure("""
          The data directory %s can't be written by user %s. Give it that right, or choose another data directory."""
          .formatted(root, System.getProperty("user.name")));
    }
    // One name for one place, however it was reached: a running server is recognised by it.
    DataLayout layout = new DataLayout(root.toRealPath());
    layout.requireOwnCluster();
    return layout;
  }

  private void requireOwnCluster() throws IOException {
    if (RunAs.runningAsRoot() || !Files.exists(cluster())) {
      return;
    }
    Owner owner = Owner.of(cluster());
    if (!owner.isMe()) {
      throw new PostgresStartFailure("%s belongs to user %s. Start Crossdock as that user or as root."
          .formatted(cluster(), owner.name().orElse(String.valueOf(owner.uid()))));
    }
  }

  /** The cluster itself, 0700, owned by the operating system user it runs as. */
  Path cluster() {
    return root.resolve("postgres");
  }

  /** A folder for a cluster being made, renamed to {@link #cluster()} when complete; never the same one twice. */
  Path createUnfinishedCluster() throws IOException {
    return Files.createTempDirectory(root, UNFINISHED);
  }

  /** What starts that were killed left behind. */
  List<Path> unfinishedClusters() throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return files.filter(file -> file.getFileName().toString().startsWith(UNFINISHED)).toList();
    }
  }

  Path passwordFile() {
    return root.resolve("postgres.password");
  }

  Path portFile() {
    return root.resolve("postgres.port");
  }

  /** Locked by the process that runs the cluster, for as long as it lives. */
  Path lockFile() {
    return root.resolve("postgres.lock");
  }

  /** What the server says before its own log files are open, kept for the last start only. */
  Path startLog() {
    return root.resolve("postgres-start.log");
  }

  /** Binaries are unpacked here when no cache folder can be used. */
  Path runtime() {
    return root.resolve("runtime");
  }

  Path serverLogs() {
    return cluster().resolve(ServerConfig.LOG_DIRECTORY);
  }
}
