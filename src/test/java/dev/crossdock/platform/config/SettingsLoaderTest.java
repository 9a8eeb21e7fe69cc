package dev.crossdock.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading and checking the settings. */
class SettingsLoaderTest {

  private static final String SECRET = "canary-0123456789";

  @TempDir
  Path directory;

  @Test
  void startsWithDefaults() {
    Settings settings = loaded(List.of(), Map.of()).settings();

    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.data()).isEqualTo(directory.resolve("data").toAbsolutePath());
    assertThat(settings.externalDatabase()).isEmpty();
    assertThat(settings.bootstrapApiKey()).isNull();
    assertThat(settings.rawMessages()).isEqualTo(Duration.ofDays(30));
    assertThat(settings.secure()).isFalse();
  }

  @Test
  void takesTheCommandLineBeforeTheEnvironmentBeforeTheFile() throws IOException {
    Files.writeString(directory.resolve("crossdock.properties"), "port=1001\nbind=127.0.0.1\nraw-message-days=7\n");

    Settings settings =
        loaded(List.of("--port", "1003"), Map.of("CROSSDOCK_PORT", "1002", "CROSSDOCK_BIND", "127.0.0.2")).settings();

    assertThat(settings.port()).isEqualTo(1003);
    assertThat(settings.bind()).isEqualTo("127.0.0.2");
    assertThat(settings.rawMessages()).isEqualTo(Duration.ofDays(7));
  }

  @Test
  void readsEverySetting() {
    Settings settings =
        loaded(
                List.of(
                    "--port=0",
                    "--public-url=https://orders.example.com",
                    "--db-url",
                    "jdbc:postgresql://db/x",
                    "--db-user=u",
                    "--log-format=text",
                    "--log-to=file"),
                Map.of("CROSSDOCK_DB_PASSWORD", SECRET, "CROSSDOCK_BOOTSTRAP_API_KEY", SECRET, "PATH", "/bin"))
            .settings();

    assertThat(settings.database()).isEqualTo(new Settings.Database("jdbc:postgresql://db/x", "u", SECRET));
    assertThat(settings.publicUrl()).isEqualTo(URI.create("https://orders.example.com"));
    assertThat(settings.serverProperties())
        .containsEntry("crossdock.cookies.secure", true)
        .containsEntry("logging.file.name", directory.resolve("data/logs/crossdock.log").toAbsolutePath().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "--prot, 9000, did you mean port?",
    "--db-ulr, x, did you mean db-url?",
    "--log-fromat, json, did you mean log-format?"
  })
  void asksWhatWasMeantByAnUnknownOption(String option, String value, String question) {
    assertThat(refused(List.of(option, value), Map.of())).singleElement().asString().contains(question);
  }

  @Test
  void asksWhatWasMeantByAnUnknownVariableOrLineOfTheFile() throws IOException {
    Files.writeString(directory.resolve("crossdock.properties"), "dta=/somewhere\n");

    assertThat(refused(List.of(), Map.of("CROSSDOCK_BOOTSTRAP_APIKEY", SECRET)))
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).contains("did you mean CROSSDOCK_BOOTSTRAP_API_KEY?").doesNotContain(SECRET),
            line -> assertThat(line).contains("dta in crossdock.properties").contains("did you mean data?"));
  }

  @Test
  void offersNothingThatIsFarFromWhatWasWritten() {
    assertThat(refused(List.of("--entirely-different", "x"), Map.of()))
        .containsExactly("--entirely-different is not known");
  }

  @Test
  void leavesVariablesOfTheBuildAlone() {
    assertThat(loaded(List.of(), Map.of("CROSSDOCK_SHARED", "x", "CROSSDOCK_JAVA_OPTS", "-Xmx1g"))).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "--port, 70000",
    "--port, http",
    "--log-format, xml",
    "--log-to, printer",
    "--raw-message-days, 0",
    "--public-url, ftp://x",
    "--public-url, https://u:p@x",
    "--db-url, mysql://u:p@x",
    "--db-user, alone",
    "--bind, ''"
  })
  void refusesWrongValues(String option, String value) {
    assertThat(refused(List.of(option, value), Map.of())).singleElement().asString().contains(option.substring(2, 4));
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() {
    assertThat(refused(List.of("--port", "x", "--log-to", "y", "stray", "--bind"), Map.of())).hasSize(4);
  }

  @Test
  void keepsSecretsOffTheCommandLineAndOutOfEveryText() {
    assertThat(refused(List.of("--db-password", SECRET), Map.of()))
        .singleElement().asString().contains("CROSSDOCK_DB_PASSWORD").doesNotContain(SECRET);
    assertThat(refused(List.of(), Map.of("CROSSDOCK_BOOTSTRAP_API_KEY", "canary-short")))
        .singleElement().asString().contains("16").doesNotContain("canary-short");

    SettingsLoading.Loaded loaded = loaded(List.of(), Map.of("CROSSDOCK_BOOTSTRAP_API_KEY", SECRET));
    assertThat(loaded(List.of("--db-url", "jdbc:postgresql://db/x?user=u&password=" + SECRET), Map.of()).table())
        .contains("jdbc:postgresql://db/x?user=u&password=(hidden)");
    assertThat(loaded.toString() + loaded.settings().serverProperties()).doesNotContain(SECRET);
  }

  @Test
  void printsEverySettingWithDefaultValueAndOrigin() {
    String table = loaded(List.of("--port=9000"), Map.of("CROSSDOCK_BOOTSTRAP_API_KEY", SECRET)).table();

    assertThat(table.lines().toList()).hasSize(Setting.values().length + 1);
    assertThat(table).contains("PROPERTY").containsPattern("port +8080 +9000 +command line");
    assertThat(table).containsPattern("bootstrap-api-key +- +\\(hidden\\) +environment");
  }

  private SettingsLoading.Loaded loaded(List<String> arguments, Map<String, String> environment) {
    return (SettingsLoading.Loaded) SettingsLoader.load(arguments, environment, directory);
  }

  private List<String> refused(List<String> arguments, Map<String, String> environment) {
    return ((SettingsLoading.Refused) SettingsLoader.load(arguments, environment, directory)).complaints();
  }
}
