package dev.crossdock.platform.postgres;

import java.nio.file.Path;

/** Where the embedded PostgreSQL keeps what, inside Crossdock's data directory. */
record DataLayout(Path root) {

  /** The cluster itself, 0700, owned by the operating system user it runs as. */
  Path cluster() {
    return root.resolve("postgres");
  }

  /** A cluster being made; renamed to {@link #cluster()} when complete, thrown away when found at a start. */
  Path unfinishedCluster() {
    return root.resolve("postgres.new");
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
