package dev.crossdock.platform.journal.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StreamVersionsTest {

  @Test
  void remembersLikeAMap() {
    Random random = new Random(5);
    StreamVersions versions = new StreamVersions();
    Map<Long, Integer> expected = new HashMap<>();
    for (int i = 0; i < 200_000; i++) {
      long stream = random.nextInt(50_000) * 0x1_0000_0001L;
      int version = random.nextInt(1, Integer.MAX_VALUE);
      Integer before = expected.put(stream, version);
      assertThat(versions.replace(stream, version)).isEqualTo(before == null ? 0 : before);
    }
  }

  @Test
  void tellsNamesApart() {
    Set<Long> hashes = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      byte[] name = ("..stock:A-" + i + "@NYC").getBytes(UTF_8);
      hashes.add(StreamVersions.hash(name, 2, name.length - 2));
    }
    assertThat(hashes).hasSize(200_000);
  }

  @Test
  void looksAtTheGivenBytesOnly() {
    byte[] one = "xxorder:1yy".getBytes(UTF_8);
    byte[] other = "order:1".getBytes(UTF_8);

    assertThat(StreamVersions.hash(one, 2, 7)).isEqualTo(StreamVersions.hash(other, 0, 7));
  }
}
