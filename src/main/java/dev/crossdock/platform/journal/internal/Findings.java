package dev.crossdock.platform.journal.internal;

import dev.crossdock.platform.journal.Violation;
import java.util.ArrayList;
import java.util.List;

/** Collects violations; a journal damaged all over must not fill the memory, so only the first ones are kept. */
public final class Findings {

  private static final int KEPT_MAX = 200;

  private final List<Violation> kept = new ArrayList<>();
  private long dropped;

  public void add(String invariant, String where, String sentence) {
    if (kept.size() < KEPT_MAX) {
      kept.add(new Violation(invariant, where, sentence));
    } else {
      dropped++;
    }
  }

  public List<Violation> all() {
    List<Violation> all = new ArrayList<>(kept);
    if (dropped > 0) {
      all.add(new Violation("journal.more", "the whole journal", dropped + " further violations are not listed"));
    }
    return List.copyOf(all);
  }
}
