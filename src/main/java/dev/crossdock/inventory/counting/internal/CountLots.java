package dev.crossdock.inventory.counting.internal;

import dev.crossdock.inventory.Adjustment;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockReason;
import dev.crossdock.inventory.counting.CountCommand.Counted;
import dev.crossdock.inventory.counting.CountCommand.Submit;
import dev.crossdock.inventory.counting.StockCount;
import dev.crossdock.inventory.counting.StockCount.Line;
import dev.crossdock.inventory.counting.StockCount.LineState;
import dev.crossdock.inventory.counting.There;
import dev.crossdock.inventory.documents.Rules;
import dev.crossdock.inventory.lots.LotUnits;
import dev.crossdock.inventory.lots.internal.LotRules;
import dev.crossdock.inventory.lots.internal.LotStore;
import dev.crossdock.inventory.lots.internal.LotThenStore;
import dev.crossdock.inventory.skus.Asks;
import dev.crossdock.inventory.skus.internal.SettingStore;
import dev.crossdock.platform.db.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is counted lot by lot, or serial number by serial number. */
final class CountLots {

  private final SettingStore settings = new SettingStore();
  private final LotStore lots = new LotStore();
  private final LotThenStore then = new LotThenStore();

  /** What is wrong with the lots that were counted; their levels are locked. */
  List<ItemError> judge(Tx tx, StockCount count, Submit submit) {
    Map<StockKey, Asks> tracked = tracked(tx, count);
    LotRules rules = new LotRules(lots.open(tx, tracked, named(count, submit, tracked), List.of()));
    List<ItemError> errors = new ArrayList<>();
    for (int i = 0; i < submit.lines().size(); i++) {
      Counted counted = submit.lines().get(i);
      Line line = line(count, counted);
      if (line == null || counted.units() < 0 || counted.units() > Rules.UNITS_MAX) {
        continue;
      }
      String field = "lines[" + i + "].";
      if (!line.bin().isEmpty() && tracked.containsKey(key(count, line))) {
        errors.add(new ItemError(0, field + "bin", "by-lot", "This SKU is kept by lot: count all of the location."));
        continue;
      }
      rules.judgeCounted(0, key(count, line), counted.units(), counted.lots())
          .map(wrong -> new ItemError(0, field + wrong.field(), wrong.rule(), wrong.sentence()))
          .ifPresent(errors::add);
    }
    return errors;
  }

  /** The lots that must have been there when these lines were counted, of those that are counted by lot. */
  Map<Integer, There> there(Tx tx, StockCount count, Submit submit) {
    Set<StockKey> tracked = tracked(tx, count).keySet();
    Map<Integer, StockKey> wanted = new HashMap<>();
    for (Counted counted : submit.lines()) {
      Line line = line(count, counted);
      if (line != null && tracked.contains(key(count, line))) {
        wanted.put(line.line(), key(count, line));
      }
    }
    Map<StockKey, List<LotUnits>> lying = then.then(tx, Set.copyOf(wanted.values()), submit.countedAt());
    Map<Integer, There> there = new HashMap<>();
    wanted.forEach((line, key) -> there.put(line, There.of(lying.getOrDefault(key, List.of()))));
    return there;
  }

  /** What a counted line changes: first what is missing goes, then what was found comes. */
  static List<Adjustment> adjustments(StockCount count, Line line) {
    if (line.lots().isEmpty()) {
      int variance = Objects.requireNonNull(line.variance(), "counted lines have one");
      return variance == 0 ? List.of() : List.of(adjustment(count, line, variance, List.of()));
    }
    List<Adjustment> adjustments = new ArrayList<>();
    for (Predicate<Long> side : List.<Predicate<Long>>of(variance -> variance < 0, variance -> variance > 0)) {
      List<LotUnits> wrong =
          line.lots().stream()
              .filter(lot -> side.test(lot.variance()))
              .map(lot -> new LotUnits(lot.lot(), lot.expiresOn(), Math.abs(lot.variance())))
              .toList();
      if (!wrong.isEmpty()) {
        long units = LotUnits.sum(wrong);
        adjustments.add(adjustment(count, line, side.test(units) ? units : -units, wrong));
      }
    }
    return adjustments;
  }

  /** The line that was counted; null when there is none, or it does not wait for it. */
  private static @Nullable Line line(StockCount count, Counted counted) {
    boolean known = counted.line() >= 1 && counted.line() <= count.lines().size();
    Line line = known ? count.lines().get(counted.line() - 1) : null;
    return line == null || line.state() != LineState.COUNTING ? null : line;
  }

  private Map<StockKey, Asks> tracked(Tx tx, StockCount count) {
    Set<String> skus = count.lines().stream().map(Line::sku).collect(Collectors.toSet());
    Map<StockKey, Asks> tracked = new HashMap<>();
    settings.asks(tx, skus).forEach((sku, asks) -> {
      if (asks.tracking().byLot()) {
        tracked.put(new StockKey(sku, count.location()), asks);
      }
    });
    return tracked;
  }

  private static Map<String, List<LotUnits>> named(
      StockCount count, Submit submit, Map<StockKey, Asks> tracked) {
    Map<String, List<LotUnits>> named = new HashMap<>();
    Set<Line> seen = new HashSet<>();
    for (Counted counted : submit.lines()) {
      Line line = line(count, counted);
      if (line != null && tracked.containsKey(key(count, line)) && seen.add(line)) {
        named.computeIfAbsent(line.sku(), first -> new ArrayList<>()).addAll(counted.lots());
      }
    }
    return named;
  }

  private static Adjustment adjustment(StockCount count, Line line, long delta, List<LotUnits> lots) {
    return new Adjustment(
        line.sku(), count.location(), delta, StockReason.COUNTED, count.number(),
        Objects.requireNonNull(line.countedAt()), lots);
  }

  private static StockKey key(StockCount count, Line line) {
    return new StockKey(line.sku(), count.location());
  }
}
