package dev.crossdock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The crash drill in its quick form: PostgreSQL is killed, every connection cut, the answer to a commit lost, and the
 * node killed, all under load; then everything is accounted for. It takes half a minute on a quiet machine and is given
 * more on a busy one.
 */
class CrashDrillTest {

  private static final String SEED = "20261121";
  private static final int FAULTS = 4;
  private static final List<String> NONE =
      List.of("lost", "doubled", "oversold", "unsent", "violations", "never_well", "skipped");

  @TempDir private Path folder;

  @Test
  @Timeout(300)
  void losesAndDoublesNothingThroughKillsAndCutsUnderLoad() throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    Path json = folder.resolve("crash.json");

    int exit = DrillCommand.run(List.of("crash", "--quick", "--seed", SEED, "--json", json.toString()), out);

    String words = "seed " + SEED + ":\n" + said.toString(StandardCharsets.UTF_8);
    JsonNode figures = JsonMapper.shared().readTree(Files.readAllBytes(json)).at("/figures");
    assertThat(NONE).allSatisfy(name -> assertThat(figures.at("/" + name).asInt(-1)).as(words).isZero());
    assertThat(figures.at("/faults").asInt()).as(words).isEqualTo(FAULTS);
    assertThat(figures.at("/kills").asInt()).as(words).isEqualTo(2);
    assertThat(figures.at("/accounts").asInt()).as(words).isEqualTo(1);
    assertThat(figures.at("/accepted").asInt()).as(words).isPositive();
    assertThat(exit).as(words).isZero();
  }
}
