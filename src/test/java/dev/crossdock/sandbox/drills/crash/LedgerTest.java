package dev.crossdock.sandbox.drills.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

  @TempDir private Path folder;

  @Test
  void isReadAsItWasWrittenByWhoeverGoesOn() {
    Path file = folder.resolve("taken.txt");
    assertThat(Ledger.read(file)).isEmpty();
    try (Ledger first = Ledger.append(file)) {
      first.taken(1, "shopify/11");
    }
    try (Ledger second = Ledger.append(file)) {
      second.taken(3, "amazon/33");
    }
    assertThat(Ledger.read(file)).isEqualTo(Map.of(1L, "shopify/11", 3L, "amazon/33"));
  }

  @Test
  void leavesOutALineThatAKillCutOff() throws IOException {
    Path file = folder.resolve("taken.txt");
    try (Ledger ledger = Ledger.append(file)) {
      ledger.taken(1, "shopify/11");
    }
    Files.writeString(file, "2 shopify/2", StandardOpenOption.APPEND);
    assertThat(Ledger.read(file)).isEqualTo(Map.of(1L, "shopify/11"));
  }
}
