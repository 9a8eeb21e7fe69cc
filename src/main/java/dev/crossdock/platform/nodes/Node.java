package dev.crossdock.platform.nodes;

import java.time.Instant;
import java.util.UUID;

/**
 * A process that works on the database.
 *
 * @param name the same after a restart, and nobody else's: what is leased is leased under it
 * @param process another one after each restart
 * @param migrations how many migrations its version brings along
 */
public record Node(String name, UUID process, int migrations, Instant startedAt) {

  /** What the database's own list of sessions calls those of this node. */
  public String application() {
    return application(name);
  }

  /** The same for any name; PostgreSQL keeps 63 characters of it. */
  public static String application(String name) {
    String application = "crossdock " + name;
    return application.substring(0, Math.min(application.length(), 63));
  }
}
