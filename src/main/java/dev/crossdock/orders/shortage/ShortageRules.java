package dev.crossdock.orders.shortage;

import dev.crossdock.orders.ChannelRef;
import dev.crossdock.orders.internal.ShortageStore;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.JournalEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.JsonNodeFactory;

/** The rules about orders that find no stock: a merchant's own, and those of channels and accounts. */
public final class ShortageRules {

  private final ShortageStore store = new ShortageStore();

  /** All rules there are; where none fits, {@link ShortageRule#USUAL} holds. */
  public List<ShortageRule> all(Tx tx) {
    return store.all(tx);
  }

  /** Stores rules, new or changed; how many are others now. */
  public int put(Tx tx, Journal journal, List<ShortageRule> rules) {
    List<ShortageStore.Row> changed = store.put(tx, rules);
    if (!changed.isEmpty()) {
      journal.append(tx, changed.stream().map(row -> told(row, tx.now())).toList());
    }
    return changed.size();
  }

  /** The rule for orders from here: the most specific alone. */
  public static ShortageRule of(List<ShortageRule> rules, ChannelRef order) {
    return rules.stream()
        .filter(rule -> rule.fits(order.channel(), order.account()))
        .max(Comparator.comparingInt(ShortageRule::weight))
        .orElse(ShortageRule.USUAL);
  }

  private static JournalEntry told(ShortageStore.Row row, Instant now) {
    ShortageRule rule = row.rule();
    String payload =
        JsonNodeFactory.instance
            .objectNode()
            .put("channel", rule.channel())
            .put("account", rule.account())
            .put("onShort", rule.onShort().name())
            .put("arrivals", rule.arrivals().name())
            .toString();
    String whose =
        Objects.requireNonNullElse(rule.channel(), "*") + "@" + Objects.requireNonNullElse(rule.account(), "*");
    return new JournalEntry("shortage-rule:" + whose, row.version(), "shortage-rule.set", now, payload);
  }
}
