package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.Adjustment;
import dev.crossdock.inventory.Blocking;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockReason;
import dev.crossdock.inventory.StockSet;
import dev.crossdock.inventory.lots.internal.LotRules;
import dev.crossdock.inventory.receiving.UnitCost;
import dev.crossdock.inventory.skus.Asks;
import dev.crossdock.inventory.skus.Tracking;
import dev.crossdock.platform.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Judges counts and adjustments one by one; what it refuses it remembers with the item's index. */
final class StockRules {

  static final int ON_HAND_MAX = 1_000_000_000;

  private static final Pattern DOCUMENT = Pattern.compile("[A-Za-z0-9_./:#-]{1,100}");

  private final Instant now;
  private final Set<String> skus;
  private final Set<String> locations;
  private final List<ItemError> errors = new ArrayList<>();

  StockRules(Set<String> skus, Set<String> locations, Instant now) {
    this.now = now;
    this.skus = skus;
    this.locations = locations;
  }

  /** The acceptable ones by index. A level named twice is refused each time: which count is right nobody can tell. */
  Map<Integer, StockSet> acceptSets(List<StockSet> sets) {
    Map<List<@Nullable Object>, Integer> times = new HashMap<>();
    sets.forEach(set -> times.merge(Arrays.asList(set.key(), set.lot()), 1, Integer::sum));
    Map<Integer, StockSet> accepted = new TreeMap<>();
    for (int i = 0; i < sets.size(); i++) {
      StockSet set = sets.get(i);
      if (!isKnown(i, set.key())) {
        continue;
      }
      if (times.getOrDefault(Arrays.asList(set.key(), set.lot()), 0) > 1) {
        refuse(i, "sku", "duplicate", "SKU and location are named more than once in this request.");
      } else if (set.onHand() < 0 || set.onHand() > ON_HAND_MAX) {
        refuse(i, "onHand", "range", "On hand must be 0 to 1,000,000,000.");
      } else {
        accepted.put(i, set);
      }
    }
    return accepted;
  }

  /** The acceptable ones by index, as far as can be told without the level. */
  Map<Integer, Adjustment> acceptAdjustments(List<Adjustment> adjustments, Predicate<StockReason> reasons) {
    Map<Integer, Adjustment> accepted = new TreeMap<>();
    for (int i = 0; i < adjustments.size(); i++) {
      Adjustment adjustment = adjustments.get(i);
      String document = adjustment.document();
      if (!isKnown(i, adjustment.key())) {
        continue;
      }
      if (!isDifference(adjustment.delta())) {
        refuse(i, "delta", "range", "The difference must be 1 to 1,000,000,000 units up or down.");
      } else if (!reasons.test(adjustment.reason())) {
        refuse(i, "reason", "not-allowed", adjustment.reason() + " is not a reason to adjust stock by hand.");
      } else if (isPaper(i, document) && isPast(i, adjustment.happenedAt())) {
        accepted.put(i, adjustment);
      }
    }
    return accepted;
  }

  /** The acceptable ones by index, as far as can be told without the level. */
  Map<Integer, Blocking> acceptBlockings(List<Blocking> blockings) {
    Map<Integer, Blocking> accepted = new TreeMap<>();
    for (int i = 0; i < blockings.size(); i++) {
      Blocking blocking = blockings.get(i);
      if (!isKnown(i, blocking.key())) {
        continue;
      }
      if (!isDifference(blocking.units())) {
        refuse(i, "units", "range", "It must be 1 to 1,000,000,000 units to block or to free.");
      } else if (isPaper(i, blocking.document()) && isPast(i, blocking.happenedAt())) {
        accepted.put(i, blocking);
      }
    }
    return accepted;
  }

  /** Whether the level can bear the count, and whether it names the lot where it must. */
  boolean bears(int index, StockBook book, StockSet set, LotCount count) {
    Tracking tracking = book.level(set.key()).asks().tracking();
    long onHand = book.level(set.key()).onHand() + count.delta();
    if (tracking.byLot() != (set.lot() != null)) {
      refuse(
          index, "lot", tracking.byLot() ? "required" : "not-tracked",
          tracking.byLot()
              ? "This SKU is counted by lot, or by serial number."
              : "This SKU is kept without lots and serial numbers.");
      return false;
    }
    if (tracking == Tracking.SERIAL && set.onHand() > 1) {
      refuse(index, "onHand", "range", "A serial number is one unit.");
      return false;
    }
    if (onHand > ON_HAND_MAX) {
      refuse(index, "onHand", "range", "On hand would become " + onHand + "; it must be 0 to 1,000,000,000.");
      return false;
    }
    if (set.lot() != null && !LotRules.isName(set.lot())) {
      refuse(index, "lot", "format", "It must be 1 to 100 characters, none of them a control character.");
      return false;
    }
    return count.delta() == 0
        || lots(new LotRules(book.lots()).judge(index, set.key(), count.delta(), count.lots()).map(StockRules::ofSet));
  }

  /** A count names its one lot beside the units. */
  private static ItemError ofSet(ItemError error) {
    String field =
        switch (error.field()) {
          case "lots[0].lot" -> "lot";
          case "lots[0].expiresOn" -> "expiresOn";
          case "lots[0].units" -> "onHand";
          default -> error.field();
        };
    return new ItemError(error.index(), field, error.rule(), error.sentence());
  }

  /** Whether so many units lie there unblocked, or are blocked for this reason. */
  boolean bears(int index, StockBook book, Blocking blocking) {
    LevelRow level = book.level(blocking.key());
    int most = blocking.units() > 0 ? level.onHand() - level.unavailable() : book.blocked(BlockKey.of(blocking));
    if (Math.abs(blocking.units()) > most) {
      String what = blocking.units() > 0 ? " unblocked units lie there." : " units are blocked for this reason.";
      refuse(index, "units", "range", "Only " + Math.max(0, most) + what);
      return false;
    }
    return lots(
        new LotRules(book.lots())
            .judge(index, blocking.key(), blocking.reason(), blocking.units(), blocking.lots()));
  }

  /** Whether the level can bear the adjustment, and the lots that it names. */
  boolean bears(int index, StockBook book, Adjustment adjustment) {
    long onHand = book.level(adjustment.key()).onHand() + adjustment.delta();
    if (onHand < 0 || onHand > ON_HAND_MAX) {
      refuse(index, "delta", "range", "On hand would become " + onHand + "; it must be 0 to 1,000,000,000.");
      return false;
    }
    return isCost(index, book.level(adjustment.key()).asks(), adjustment)
        && lots(new LotRules(book.lots()).judge(index, adjustment.key(), adjustment.delta(), adjustment.lots()));
  }

  /** Only what comes to a valued SKU costs something, in the SKU's currency, and no more than an amount can hold. */
  private boolean isCost(int index, Asks asks, Adjustment adjustment) {
    UnitCost cost = adjustment.cost();
    if (cost == null || (!asks.costed() && adjustment.reason() == StockReason.RECEIVED)) {
      return true;
    }
    if (!asks.costed() || adjustment.delta() < 0) {
      refuse(index, "cost", "not-costed", "Only units that come have a cost, of a SKU whose stock is valued.");
      return false;
    }
    if (!cost.currency().equals(asks.costCurrency())) {
      refuse(index, "cost", "currency", "The stock of this SKU is valued in " + asks.costCurrency() + ".");
      return false;
    }
    if (cost.minor() < 0 || cost.minor() > Money.MINOR_MAX / adjustment.delta()) {
      refuse(index, "cost", "range", "All units together must cost 0 to 10,000,000,000,000.00.");
      return false;
    }
    return true;
  }

  private boolean lots(Optional<ItemError> wrong) {
    wrong.ifPresent(errors::add);
    return wrong.isEmpty();
  }

  List<ItemError> errors() {
    return List.copyOf(errors);
  }

  private static boolean isDifference(long units) {
    return units != 0 && units >= -ON_HAND_MAX && units <= ON_HAND_MAX;
  }

  private boolean isPaper(int index, @Nullable String document) {
    if (document != null && !DOCUMENT.matcher(document).matches()) {
      refuse(index, "document", "format", "A document is 1 to 100 letters, digits and -_./:# without spaces.");
      return false;
    }
    return true;
  }

  private boolean isPast(int index, Instant happenedAt) {
    if (happenedAt.isAfter(now)) {
      refuse(index, "happenedAt", "range", "It cannot have happened in the future.");
      return false;
    }
    return true;
  }

  private boolean isKnown(int index, StockKey key) {
    if (!skus.contains(key.sku())) {
      refuse(index, "sku", "unknown", "There is no such SKU.");
      return false;
    }
    if (!locations.contains(key.location())) {
      refuse(index, "location", "unknown", "There is no such location.");
      return false;
    }
    return true;
  }

  private void refuse(int index, String field, String rule, String sentence) {
    errors.add(new ItemError(index, field, rule, sentence));
  }
}
