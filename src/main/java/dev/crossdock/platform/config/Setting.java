package dev.crossdock.platform.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every setting there is, in the order they are printed. */
enum Setting {
  PORT("8080", "TCP port the server listens on; 0 takes a free one"),
  BIND("0.0.0.0", "address the server listens on"),
  PUBLIC_URL("", "address people and channels reach it at; https switches secure cookies on"),
  DATA("data", "directory of everything kept on disk"),
  DB_URL("", "PostgreSQL 15 or newer to use (jdbc:postgresql://host/database); without it, one is started inside"),
  DB_USER("", "user at that database"),
  DB_PASSWORD("", "password at that database"),
  BOOTSTRAP_API_KEY("", "becomes an administrator's API key at the first start"),
  VAULT_KEY("", "seals secrets, 64 hexadecimal digits, the same on every node; without it, a key file in data is made"),
  DRAIN_SECONDS("5", "seconds a node that ends goes on answering while other nodes are there"),
  LOG_FORMAT("json", "form of the log: json or text"),
  LOG_TO("stdout", "where the log goes: stdout, or file (logs/crossdock.log in the data directory)"),
  ALLOW_TARGETS("", "hosts outside the public internet that channels may be called at: host or host:port, with commas"),
  RAW_MESSAGE_DAYS("30", "days a raw message is kept after it was received, 1 to 3650"),
  PERSONAL_DATA_DAYS("730", "days names and addresses are kept after their order has ended, 1 to 36500"),
  BILLING_DATA_DAYS("3650", "days billing addresses are kept after their order has ended, 1 to 36500"),
  NOTE_DAYS("180", "days buyers' notes are kept after their order has ended, 1 to 36500");

  private static final List<Setting> SECRETS = List.of(DB_PASSWORD, BOOTSTRAP_API_KEY, VAULT_KEY);

  private final String otherwise;
  private final String description;

  Setting(String otherwise, String description) {
    this.otherwise = otherwise;
    this.description = description;
  }

  /** The name in files and, behind two dashes, on the command line: {@code db-url}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name in the environment: {@code CROSSDOCK_DB_URL}. */
  String variable() {
    return SettingsLoader.VARIABLE_PREFIX + name();
  }

  String otherwise() {
    return otherwise;
  }

  String description() {
    return description;
  }

  /** Never printed, and not accepted on the command line, where every user of the machine could read it. */
  boolean isSecret() {
    return SECRETS.contains(this);
  }

  static Optional<Setting> ofKey(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key().equals(key)).findFirst();
  }

  static Optional<Setting> ofVariable(String variable) {
    return Arrays.stream(values()).filter(setting -> setting.variable().equals(variable)).findFirst();
  }
}
