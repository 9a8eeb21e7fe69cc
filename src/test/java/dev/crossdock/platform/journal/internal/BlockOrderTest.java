package dev.crossdock.platform.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.journal.Hash;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BlockOrderTest {

  @Test
  void ordersByIdWhereVersionsSayNothing() {
    assertThat(ids(BlockOrder.of(List.of(batch(3, "c", 1), batch(1, "a", 1), batch(2, "b", 1)))))
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void putsTheEarlierVersionFirstWhateverTheIds() {
    assertThat(ids(BlockOrder.of(List.of(batch(1, "a", 6), batch(2, "a", 5), batch(3, "a", 4)))))
        .containsExactly(3L, 2L, 1L);
  }

  @Test
  void leavesATransactionInOnePiece() {
    Batch both = new Batch(id(1), List.of(leaf("a", 2), leaf("b", 1)));

    assertThat(BlockOrder.of(List.of(both, batch(2, "b", 2), batch(3, "a", 1))))
        .containsExactly(batch(3, "a", 1), both, batch(2, "b", 2));
  }

  @Test
  void comparesIdsAsPostgresDoes() {
    assertThat(BlockOrder.BY_ID.compare(new UUID(-1, 0), new UUID(1, 0))).isPositive();
    assertThat(BlockOrder.BY_ID.compare(new UUID(1, -1), new UUID(1, 1))).isPositive();
  }

  @Test
  void keepsEveryBatchOfAContradiction() {
    Batch one = new Batch(id(1), List.of(leaf("a", 1), leaf("b", 2)));
    Batch two = new Batch(id(2), List.of(leaf("a", 2), leaf("b", 1)));

    assertThat(BlockOrder.of(List.of(two, one, batch(3, "c", 1)))).containsExactly(batch(3, "c", 1), one, two);
  }

  @Test
  void agreesWithAnyHistoryOfCommits() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      List<Batch> committed = history(random);
      List<Batch> shuffled = new ArrayList<>(committed);
      Collections.shuffle(shuffled, random);
      List<Batch> ordered = BlockOrder.of(shuffled);

      assertThat(ordered).as("seed %d", seed).hasSameElementsAs(committed).hasSameSizeAs(committed);
      assertThat(BlockOrder.of(committed)).as("seed %d", seed).isEqualTo(ordered);
      assertVersionsRise(seed, ordered);
    }
  }

  /** Transactions in the order of their commits, on a few streams, with ids from clocks that disagree. */
  private static List<Batch> history(Random random) {
    Map<String, Integer> versions = new HashMap<>();
    List<Batch> history = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      List<Batch.Leaf> leaves = new ArrayList<>();
      for (int n = random.nextInt(1, 5); n > 0; n--) {
        String stream = "s" + random.nextInt(8);
        leaves.add(leaf(stream, versions.merge(stream, 1, Integer::sum)));
      }
      history.add(new Batch(new UUID(random.nextLong(1L << 40), i), leaves));
    }
    return history;
  }

  private static void assertVersionsRise(int seed, List<Batch> ordered) {
    Map<String, Integer> last = new HashMap<>();
    for (Batch batch : ordered) {
      for (Batch.Leaf leaf : batch.leaves()) {
        Integer before = last.put(leaf.stream(), leaf.version());
        assertThat(leaf.version()).as("seed %d %s", seed, leaf.stream()).isEqualTo(before == null ? 1 : before + 1);
      }
    }
  }

  private static List<Long> ids(List<Batch> batches) {
    return batches.stream().map(batch -> batch.id().getLeastSignificantBits()).toList();
  }

  private static Batch batch(long id, String stream, int version) {
    return new Batch(id(id), List.of(leaf(stream, version)));
  }

  private static UUID id(long id) {
    return new UUID(0, id);
  }

  private static final Hash HASH = Hash.of(new byte[32]);

  private static Batch.Leaf leaf(String stream, int version) {
    return new Batch.Leaf(stream, version, HASH);
  }
}
