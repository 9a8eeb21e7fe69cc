package dev.crossdock.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserTest {

  @Test
  void findsAProgramOnThePathOrWhereTheVariablePoints(@TempDir Path folder) throws IOException {
    Path program = Files.createFile(folder.resolve("odd-browser"));
    assertThat(program.toFile().setExecutable(true)).isTrue();

    Browser.Program odd = new Browser.Program("ODD", List.of("none", "odd-browser"));
    assertThat(odd.find(null, "/nowhere:" + folder)).contains(program);
    assertThat(odd.find(program.toString(), null)).contains(program);
    assertThat(odd.find(folder.resolve("gone").toString(), folder.toString())).isEmpty();
    assertThat(odd.find(null, null)).isEmpty();
  }

  @Test
  void namesTheSkippedJourneyAndTheRemedy() {
    assertThat(Browser.skipped("dev.crossdock.OrdersJourney", List.of("CROSSDOCK_CHROMIUM")))
        .contains("dev.crossdock.OrdersJourney", "chromium-driver", "CROSSDOCK_CHROMIUM");
  }
}
