package dev.crossdock.platform.journal.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;

/**
 * The order of transactions in a block: by batch id, except that a transaction which wrote an earlier version of a
 * stream always stands before one which wrote a later version. Ids come from several machines with clocks of their own
 * and from transactions that waited for each other, so their order alone is not the order of commits; the versions are.
 * A transaction stays whole. The same set of batches gives the same order whatever order it is handed in.
 *
 * <p>Versions that contradict each other (two transactions each before the other) cannot come from writers that lock
 * what they version; such batches stand last, by id, and the check reports them.
 */
public final class BlockOrder {

  public static final Comparator<UUID> BY_ID =
      Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
          .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

  private final List<Batch> batches;
  private final List<List<Integer>> later = new ArrayList<>();
  private final int[] waitsFor;

  private record Written(int version, int batch) {}

  private BlockOrder(List<Batch> batches) {
    this.batches = batches.stream().sorted(Comparator.comparing(Batch::id, BY_ID)).toList();
    this.waitsFor = new int[batches.size()];
    batches.forEach(batch -> later.add(new ArrayList<>()));
  }

  public static List<Batch> of(List<Batch> batches) {
    BlockOrder order = new BlockOrder(batches);
    order.linkVersions();
    return order.sorted();
  }

  private void linkVersions() {
    Map<String, List<Written>> streams = new HashMap<>();
    for (int i = 0; i < batches.size(); i++) {
      for (Batch.Leaf leaf : batches.get(i).leaves()) {
        streams.computeIfAbsent(leaf.stream(), first -> new ArrayList<>(2)).add(new Written(leaf.version(), i));
      }
    }
    for (List<Written> stream : streams.values()) {
      stream.sort(Comparator.comparingInt(Written::version));
      for (int i = 1; i < stream.size(); i++) {
        link(stream.get(i - 1).batch(), stream.get(i).batch());
      }
    }
  }

  private void link(int before, int after) {
    if (before != after) {
      later.get(before).add(after);
      waitsFor[after]++;
    }
  }

  private List<Batch> sorted() {
    PriorityQueue<Integer> free = new PriorityQueue<>();
    for (int i = 0; i < waitsFor.length; i++) {
      if (waitsFor[i] == 0) {
        free.add(i);
      }
    }
    List<Batch> sorted = new ArrayList<>(batches.size());
    for (Integer next = free.poll(); next != null; next = free.poll()) {
      sorted.add(batches.get(next));
      for (int after : later.get(next)) {
        if (--waitsFor[after] == 0) {
          free.add(after);
        }
      }
    }
    for (int i = 0; i < waitsFor.length; i++) {
      if (waitsFor[i] > 0) {
        sorted.add(batches.get(i));
      }
    }
    return sorted;
  }
}
