package dev.crossdock.platform.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The installation's settings, checked.
 *
 * @param database the PostgreSQL to use; null when one is to be started inside the data directory
 * @param publicUrl where people and channels reach this installation; null when unknown
 * @param bootstrapApiKey becomes an administrator's API key at the first start; null when not given
 * @param allowTargets hosts outside the public internet that may be called: {@code host} or {@code host:port}
 * @param node what matters where several processes use one database
 * @param rawMessages how long a raw message is kept
 * @param personalData how long personal data is kept
 */
public record Settings(
    int port,
    String bind,
    @Nullable URI publicUrl,
    Path data,
    @Nullable Database database,
    @Nullable String bootstrapApiKey,
    OneOfMany node,
    LogFormat logFormat,
    LogTarget logTarget,
    List<String> allowTargets,
    Duration rawMessages,
    PersonalDataKept personalData) {

  public Settings {
    allowTargets = List.copyOf(allowTargets);
  }

  /** A PostgreSQL of the operator's. */
  public record Database(String jdbcUrl, @Nullable String user, @Nullable String password) {

    @Override
    public String toString() {
      return "database";
    }
  }

  /**
   * A process among others on one database.
   *
   * @param vaultKey the key that seals secrets, 64 hexadecimal digits; null for the one of the key file
   * @param drain how long it goes on answering after it said that it ends, when others are there
   */
  public record OneOfMany(@Nullable String vaultKey, Duration drain) {

    @Override
    public String toString() {
      return "node";
    }
  }

  /**
   * Times that begin when an order has ended; a channel's own rule may be shorter.
   *
   * @param people names, addresses and ways to reach the buyer
   * @param bills billing addresses
   * @param notes what buyers wrote
   */
  public record PersonalDataKept(Duration people, Duration bills, Duration notes) {}

  /** Forms of the log. */
  public enum LogFormat {
    JSON,
    TEXT
  }

  /** Where the log goes. */
  public enum LogTarget {
    STDOUT,
    FILE
  }

  /** Whether people reach the console over https only, so that cookies must be secure. */
  public boolean secure() {
    return publicUrl != null && "https".equals(publicUrl.getScheme());
  }

  public Optional<Database> externalDatabase() {
    return Optional.ofNullable(database);
  }

  /** What the web server and the log need to know of this, in their own names. */
  public Map<String, Object> serverProperties() {
    Map<String, Object> properties = new TreeMap<>();
    properties.put("server.port", port);
    properties.put("server.address", bind);
    String target = logTarget == LogTarget.FILE ? "file" : "console";
    if (logFormat == LogFormat.JSON) {
      properties.put("logging.structured.format." + target, "logstash");
    }
    if (logTarget == LogTarget.FILE) {
      properties.put("logging.file.name", data.resolve("logs").resolve("crossdock.log").toString());
      properties.put("logging.console.enabled", false);
    }
    properties.put("crossdock.cookies.secure", secure());
    return properties;
  }

  @Override
  public String toString() {
    return "settings";
  }
}
