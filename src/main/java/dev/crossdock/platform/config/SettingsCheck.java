package dev.crossdock.platform.config;

import dev.crossdock.platform.config.Settings.LogFormat;
import dev.crossdock.platform.config.Settings.LogTarget;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns texts into settings and collects what is wrong with them; a secret's value is never repeated. */
final class SettingsCheck {

  private static final int PORT_MAX = 65_535;
  private static final int RAW_DAYS_MAX = 3_650;
  private static final int KEPT_DAYS_MAX = 36_500;
  private static final int BOOTSTRAP_KEY_MIN = 16;
  private static final int DRAIN_SECONDS_MAX = 300;

  private final Function<Setting, String> values;
  private final Path workingDirectory;
  private final List<String> complaints = new ArrayList<>();

  SettingsCheck(Function<Setting, String> values, Path workingDirectory) {
    this.values = values;
    this.workingDirectory = workingDirectory;
  }

  List<String> complaints() {
    return complaints;
  }

  /** The settings, or empty when there are complaints. */
  Optional<Settings> settings() {
    Settings settings =
        new Settings(
            number(Setting.PORT, 0, PORT_MAX),
            required(Setting.BIND),
            publicUrl(),
            path(),
            database(),
            bootstrapKey(),
            new Settings.OneOfMany(vaultKey(), Duration.ofSeconds(number(Setting.DRAIN_SECONDS, 0, DRAIN_SECONDS_MAX))),
            choice(Setting.LOG_FORMAT, LogFormat.values()),
            choice(Setting.LOG_TO, LogTarget.values()),
            list(Setting.ALLOW_TARGETS),
            days(Setting.RAW_MESSAGE_DAYS, RAW_DAYS_MAX),
            new Settings.PersonalDataKept(
                days(Setting.PERSONAL_DATA_DAYS, KEPT_DAYS_MAX),
                days(Setting.BILLING_DATA_DAYS, KEPT_DAYS_MAX),
                days(Setting.NOTE_DAYS, KEPT_DAYS_MAX)));
    return complaints.isEmpty() ? Optional.of(settings) : Optional.empty();
  }

  private Duration days(Setting setting, int most) {
    return Duration.ofDays(number(setting, 1, most));
  }

  private int number(Setting setting, int least, int most) {
    String text = values.apply(setting);
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Falls through to the same complaint as a number outside the range.
    }
    complaints.add(setting.key() + " must be a whole number from " + least + " to " + most + ", not \"" + text + "\"");
    return least;
  }

  private String required(Setting setting) {
    String text = values.apply(setting);
    if (text.isEmpty()) {
      complaints.add(setting.key() + " must not be empty");
    }
    return text;
  }

  private <E extends Enum<E>> E choice(Setting setting, E[] choices) {
    String text = values.apply(setting);
    for (E choice : choices) {
      if (choice.name().equals(text.toUpperCase(Locale.ROOT))) {
        return choice;
      }
    }
    List<String> names = Arrays.stream(choices).map(choice -> choice.name().toLowerCase(Locale.ROOT)).toList();
    complaints.add(setting.key() + " must be " + String.join(" or ", names) + ", not \"" + text + "\"");
    return choices[0];
  }

  private List<String> list(Setting setting) {
    return Arrays.stream(values.apply(setting).split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
  }

  private Path path() {
    try {
      return workingDirectory.resolve(required(Setting.DATA)).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      complaints.add(Setting.DATA.key() + " is no path: " + e.getReason());
      return workingDirectory;
    }
  }

  private @Nullable URI publicUrl() {
    String text = values.apply(Setting.PUBLIC_URL);
    if (text.isEmpty()) {
      return null;
    }
    try {
      URI uri = new URI(text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean bare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
      if (web && bare && uri.getHost() != null && List.of("", "/").contains(uri.getRawPath())) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Falls through to the same complaint as an address of another kind.
    }
    complaints.add(Setting.PUBLIC_URL.key() + " must look like https://orders.example.com, not \"" + text + "\"");
    return null;
  }

  private Settings.@Nullable Database database() {
    String url = values.apply(Setting.DB_URL);
    String user = values.apply(Setting.DB_USER);
    String password = values.apply(Setting.DB_PASSWORD);
    if (url.isEmpty()) {
      if (!user.isEmpty() || !password.isEmpty()) {
        complaints.add("db-user and db-password go with db-url, which is missing");
      }
      return null;
    }
    if (!url.startsWith("jdbc:postgresql:")) {
      // Not repeated: such addresses often hold a password.
      complaints.add("db-url must look like jdbc:postgresql://host:5432/database");
      return null;
    }
    return new Settings.Database(url, user.isEmpty() ? null : user, password.isEmpty() ? null : password);
  }

  private @Nullable String vaultKey() {
    String key = values.apply(Setting.VAULT_KEY);
    if (key.isEmpty()) {
      return null;
    }
    if (!key.matches("[0-9a-fA-F]{64}")) {
      complaints.add(
          Setting.VAULT_KEY.variable() + " must be 64 hexadecimal digits, for instance what the file vault.key of the"
              + " first node holds");
    }
    return key;
  }

  private @Nullable String bootstrapKey() {
    String key = values.apply(Setting.BOOTSTRAP_API_KEY);
    if (key.isEmpty()) {
      return null;
    }
    if (key.length() < BOOTSTRAP_KEY_MIN) {
      complaints.add(
          Setting.BOOTSTRAP_API_KEY.variable() + " is too short to be safe: give it " + BOOTSTRAP_KEY_MIN
              + " characters or more, for instance 32 random ones");
    }
    return key;
  }
}
