package dev.crossdock.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchorFileTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("anchors");
  }

  @Test
  void writesAtMostOneHeadAMinuteAndTheLastOneOnClose() throws IOException {
    AnchorFile anchors = new AnchorFile(file);
    for (int second = 0; second < 90; second++) {
      anchors.offer(head(1, second + 1, Duration.ofSeconds(second)));
    }
    assertThat(lines()).isEqualTo(2);
    assertThat(last().block()).isEqualTo(61);
    anchors.close();

    assertThat(AnchorFile.read(file).values()).containsExactly(head(1, 90, Duration.ofSeconds(89)));
    anchors.close();
    assertThat(lines()).isEqualTo(3);
  }

  @Test
  void keepsOneHeadAMerchant() throws IOException {
    try (AnchorFile anchors = new AnchorFile(file)) {
      anchors.offer(head(1, 5, Duration.ZERO));
      anchors.offer(head(2, 7, Duration.ZERO));
    }
    assertThat(AnchorFile.read(file).values()).containsExactly(head(1, 5, Duration.ZERO), head(2, 7, Duration.ZERO));
  }

  @Test
  void appendsToWhatAnEarlierRunLeft() throws IOException {
    for (int run = 1; run <= 3; run++) {
      try (AnchorFile anchors = new AnchorFile(file)) {
        anchors.offer(head(1, run, Duration.ZERO));
      }
    }
    assertThat(lines()).isEqualTo(3);
    assertThat(last().block()).isEqualTo(3);
  }

  @Test
  void passesOverALineThatACrashCutShort() throws IOException {
    try (AnchorFile anchors = new AnchorFile(file)) {
      anchors.offer(head(1, 1, Duration.ZERO));
    }
    Files.writeString(file, "\njournal-head 1 2 ab", StandardOpenOption.APPEND);
    assertThat(last().block()).isEqualTo(1);
    try (AnchorFile anchors = new AnchorFile(file)) {
      anchors.offer(head(1, 3, Duration.ZERO));
    }

    assertThat(last().block()).isEqualTo(3);
  }

  @Test
  void isEmptyWhenThereIsNoFile() throws IOException {
    assertThat(AnchorFile.read(file)).isEmpty();
  }

  @Test
  void writesAHeadLaterWhenItCannotNow() throws IOException {
    Files.createDirectory(file);
    AnchorFile anchors = new AnchorFile(file);
    assertThatThrownBy(() -> anchors.offer(head(1, 1, Duration.ZERO))).isInstanceOf(UncheckedIOException.class);
    Files.delete(file);
    anchors.close();

    assertThat(last().block()).isEqualTo(1);
  }

  @Test
  void readsOnlyWholeHeads() {
    JournalHead head = head(3, 4, Duration.ZERO);
    assertThat(JournalHead.parse("  " + head.text() + "\n")).contains(head);
    assertThat(JournalHead.parse(head.text().substring(1))).isEmpty();
    assertThat(JournalHead.parse(head.text().replace("2026", "20x6"))).isEmpty();
    assertThat(JournalHead.parse("")).isEmpty();
  }

  private JournalHead last() throws IOException {
    return AnchorFile.read(file).values().iterator().next();
  }

  private long lines() throws IOException {
    return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).count();
  }

  private static JournalHead head(int merchant, long block, Duration after) {
    byte[] hash = new byte[32];
    hash[31] = (byte) block;
    return new JournalHead(merchant, block, Hash.of(hash), NOON.plus(after));
  }
}
