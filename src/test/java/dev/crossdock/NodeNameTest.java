package dev.crossdock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process is called. */
class NodeNameTest {

  @TempDir Path data;

  private final AtomicInteger made = new AtomicInteger();

  @Test
  void isTheSameAfterARestart() {
    String first;
    try (NodeName node = open()) {
      first = node.text();
    }
    try (NodeName again = open()) {
      assertThat(again.text()).isEqualTo(first);
    }
  }

  @Test
  void isAnotherWhileTheFirstOneLives() {
    try (NodeName one = open();
        NodeName two = open()) {
      assertThat(two.text()).isNotEqualTo(one.text());
    }
  }

  private NodeName open() {
    return NodeName.of(data, () -> "node-" + made.incrementAndGet());
  }
}
