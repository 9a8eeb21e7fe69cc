package dev.crossdock.platform.postgres;

import java.nio.file.Path;

/**
 * What the embedded PostgreSQL is asked to be.
 *
 * @param dataDirectory Crossdock's data directory; the cluster is kept in its {@code postgres} folder
 * @param durable whether a commit survives a power cut; {@code false} trades that for speed and lets the user create
 *     databases, which only throw-away clusters of tests may want
 */
public record PostgresSettings(Path dataDirectory, boolean durable) {

  public PostgresSettings {
    dataDirectory = dataDirectory.toAbsolutePath().normalize();
  }

  /** The cluster of an installation: every commit is on disk before it is answered. */
  public static PostgresSettings kept(Path dataDirectory) {
    return new PostgresSettings(dataDirectory, true);
  }

  /** The cluster of a test run: fast, and lost with the machine's power. */
  public static PostgresSettings throwAway(Path dataDirectory) {
    return new PostgresSettings(dataDirectory, false);
  }
}
