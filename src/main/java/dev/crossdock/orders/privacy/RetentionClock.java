package dev.crossdock.orders.privacy;

import dev.crossdock.customers.PersonalData;
import dev.crossdock.orders.OrderChange;
import dev.crossdock.orders.OrderListener;
import dev.crossdock.platform.db.Tx;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Starts the time for which personal data is kept when its order ends, and stops it when the order goes on after all.
 * What a correction replaced has ended at once; whatever the channel tells of an ended order later never makes its data
 * stay longer.
 */
public final class RetentionClock implements OrderListener {

  private final PersonalData personalData;

  public RetentionClock(PersonalData personalData) {
    this.personalData = personalData;
  }

  @Override
  public void changed(Tx tx, List<OrderChange> changes) {
    Set<UUID> ended = new HashSet<>();
    Set<UUID> reopened = new HashSet<>();
    for (OrderChange change : changes) {
      Set<UUID> now = change.after().parties().refs();
      Set<UUID> before = change.before() == null ? Set.of() : change.before().parties().refs();
      before.stream().filter(ref -> !now.contains(ref)).forEach(ended::add);
      boolean over = change.after().lifecycle().ended();
      boolean wasOver = change.before() != null && change.before().lifecycle().ended();
      if (over) {
        now.stream().filter(ref -> !wasOver || !before.contains(ref)).forEach(ended::add);
      } else if (wasOver) {
        reopened.addAll(now);
      }
    }
    personalData.reopened(tx, reopened);
    personalData.ended(tx, ended);
  }

  /** Stock has no part in this. */
  @Override
  public void stockRose(Tx tx, Set<String> skus) {}
}
