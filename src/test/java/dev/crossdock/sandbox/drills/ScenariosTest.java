package dev.crossdock.sandbox.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The data of the routing drill, and how answers are held against it; the drill itself asks the product. */
class ScenariosTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path FOLDER = Path.of("src/main/resources/drills/routing");
  private static final int LEAST = 30;

  @Test
  void listsEveryFileOnce() throws IOException {
    List<String> listed = Files.readAllLines(FOLDER.resolve("scenarios.txt"));
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(path -> path.getFileName().toString()).filter(name -> name.endsWith(".json")))
          .containsExactlyInAnyOrderElementsOf(listed);
    }
    assertThat(Scenarios.all(null))
        .hasSizeGreaterThanOrEqualTo(LEAST)
        .extracting(Scenario::name)
        .doesNotHaveDuplicates();
  }

  @Test
  void takesAFolderOfSomebodysOwn(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("mine.json"), "{\"name\": \"mine\", \"case\": {}, \"expect\": {}}");

    assertThat(Scenarios.all(folder).getLast().name()).isEqualTo("mine");
  }

  @Test
  void namesTheFileThatCantBeRead(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("broken.json"), "{\"name\": ");

    assertThatThrownBy(() -> Scenarios.all(folder)).hasMessageContaining("broken.json is not JSON");
  }

  @Test
  void writesRepeatedObjectsOut() {
    Scenario scenario =
        scenario("{\"places\": [{\"times\": 3, \"step\": {\"lat\": 0.5}, \"code\": \"S#\", \"lat\": 10}]}", "{}");

    JsonNode places = scenario.given().path("places");
    assertThat(places).hasSize(3);
    assertThat(places.get(2).path("code").stringValue()).isEqualTo("S3");
    assertThat(places.get(2).path("lat").doubleValue()).isEqualTo(11.5);
    assertThat(places.get(2).has("times")).isFalse();
  }

  @Test
  void tellsWhatIsOtherwiseThanExpected() {
    Scenario scenario =
        scenario(
            "{}",
            """
            {"outcome": "WHOLE", "rule": "all", "then": "SHIP", "missing": [], "says": ["New York"],
             "plan": [{"line": 1, "location": "NYC", "units": 2}]}
            """);

    assertThat(
            scenario.differences(
                JSON.readTree(
                    """
                    {"outcome": "WHOLE", "rule": "all", "then": {"what": "SHIP"}, "missing": [],
                     "sentence": "From New York.", "plan": [{"line": 1, "location": "NYC", "units": 2}]}
                    """)))
        .isEmpty();
    assertThat(
            scenario.differences(
                JSON.readTree(
                    """
                    {"outcome": "SPLIT", "rule": "other", "then": {"what": "WAIT"},
                     "missing": [{"line": 1, "units": 1}], "plan": [{"line": 1, "location": "NYC", "units": 1}]}
                    """)))
        .hasSize(6);
  }

  private static Scenario scenario(String given, String expect) {
    return Scenario.of(
        JSON.readTree("{\"name\": \"n\", \"case\": " + given + ", \"expect\": " + expect + "}"), "test");
  }
}
