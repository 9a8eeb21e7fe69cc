package dev.crossdock.platform.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads the settings from the command line, the environment and {@code crossdock.properties} in the working directory;
 * the first of these that names a setting wins. A name nobody knows stops the start.
 */
public final class SettingsLoader {

  static final String VARIABLE_PREFIX = "CROSSDOCK_";
  static final String FILE = "crossdock.properties";

  /** Variables that the start script, the build and the tests read; not settings. */
  private static final Set<String> OTHER_VARIABLES =
      Set.of(
          "CROSSDOCK_CHROMEDRIVER",
          "CROSSDOCK_CHROMIUM",
          "CROSSDOCK_JAVA_OPTS",
          "CROSSDOCK_JDK_PLACES",
          "CROSSDOCK_SHARED",
          "CROSSDOCK_TEST_DB_URL");

  private static final Pattern WITH_PASSWORD = Pattern.compile("(?i)([?&;](?:ssl)?password=)[^&;]*");

  private final List<String> complaints = new ArrayList<>();
  private final Map<Setting, Given> given = new EnumMap<>(Setting.class);

  private SettingsLoader() {}

  /**
   * Reads and checks.
   *
   * @param arguments {@code --port 9000} or {@code --port=9000}
   * @param workingDirectory where {@code crossdock.properties} may lie and relative paths begin
   */
  public static SettingsLoading load(List<String> arguments, Map<String, String> environment, Path workingDirectory) {
    SettingsLoader loader = new SettingsLoader();
    loader.readFile(workingDirectory.resolve(FILE));
    loader.readEnvironment(environment);
    loader.readArguments(arguments);
    SettingsCheck check = new SettingsCheck(loader::value, workingDirectory);
    Optional<Settings> settings = check.settings();
    List<String> all = new ArrayList<>(loader.complaints);
    all.addAll(check.complaints());
    if (settings.isEmpty() || !all.isEmpty()) {
      return new SettingsLoading.Refused(all);
    }
    return new SettingsLoading.Loaded(settings.get(), loader.table());
  }

  private String value(Setting setting) {
    Given own = given.get(setting);
    return own == null ? setting.otherwise() : own.value;
  }

  private void readFile(Path file) {
    if (!Files.isRegularFile(file)) {
      return;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      complaints.add(FILE + " cannot be read: " + e.getMessage());
    }
    for (String key : new TreeMap<>(properties).keySet().toArray(String[]::new)) {
      Optional<Setting> setting = Setting.ofKey(key);
      setting.ifPresentOrElse(
          known -> given.put(known, new Given(properties.getProperty(key).strip(), FILE)),
          () -> unknown(key + " in " + FILE, key, keys()));
    }
  }

  private void readEnvironment(Map<String, String> environment) {
    for (Map.Entry<String, String> entry : new TreeMap<>(environment).entrySet()) {
      String name = entry.getKey();
      if (!name.startsWith(VARIABLE_PREFIX) || OTHER_VARIABLES.contains(name)) {
        continue;
      }
      Setting.ofVariable(name)
          .ifPresentOrElse(
              known -> given.put(known, new Given(entry.getValue().strip(), "environment")),
              () -> unknown("the variable " + name, name, variables()));
    }
  }

  private void readArguments(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith("--")) {
        complaints.add("not expected: " + argument);
        continue;
      }
      int equals = argument.indexOf('=');
      String key = argument.substring(2, equals < 0 ? argument.length() : equals);
      Optional<Setting> setting = Setting.ofKey(key);
      if (setting.isEmpty()) {
        unknown("--" + key, key, keys());
      }
      if (equals < 0 && (i + 1 == arguments.size() || arguments.get(i + 1).startsWith("--"))) {
        setting.ifPresent(known -> complaints.add("--" + key + " needs a value"));
        continue;
      }
      String value = equals < 0 ? arguments.get(++i) : argument.substring(equals + 1);
      setting.ifPresent(known -> readArgument(known, value));
    }
  }

  private void readArgument(Setting setting, String value) {
    if (setting.isSecret()) {
      complaints.add(
          "--" + setting.key() + " would show the secret to every user of this machine: use " + setting.variable());
    } else {
      given.put(setting, new Given(value.strip(), "command line"));
    }
  }

  private void unknown(String shown, String name, List<String> candidates) {
    complaints.add(
        shown + " is not known"
            + Nearest.to(name, candidates).map(meant -> "; did you mean " + meant + "?").orElse(""));
  }

  private String table() {
    String row = "%-18s %-10s %-30s %-22s %s%n";
    StringBuilder table = new StringBuilder(row.formatted("PROPERTY", "DEFAULT", "RUNTIME", "FROM", "MEANING"));
    for (Setting setting : Setting.values()) {
      Given own = given.get(setting);
      String value = value(setting);
      String open = setting.isSecret() ? "(hidden)" : WITH_PASSWORD.matcher(value).replaceAll("$1(hidden)");
      String shown = value.isEmpty() ? "-" : open;
      String otherwise = setting.otherwise().isEmpty() ? "-" : setting.otherwise();
      table.append(
          row.formatted(setting.key(), otherwise, shown, own == null ? "default" : own.from, setting.description()));
    }
    return table.toString();
  }

  private static List<String> keys() {
    return Arrays.stream(Setting.values()).map(Setting::key).toList();
  }

  private static List<String> variables() {
    return Arrays.stream(Setting.values()).map(Setting::variable).toList();
  }

  private record Given(String value, String from) {}
}
