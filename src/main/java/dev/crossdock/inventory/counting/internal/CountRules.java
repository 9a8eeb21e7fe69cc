package dev.crossdock.inventory.counting.internal;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.KnownSkus;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.counting.Bins;
import dev.crossdock.inventory.counting.CountInput;
import dev.crossdock.inventory.counting.StockCount;
import dev.crossdock.inventory.documents.Rules;
import dev.crossdock.inventory.skus.internal.SettingStore;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Judges what is to be counted, and names every field that is wrong. */
public final class CountRules {

  private final KnownSkus skus;
  private final Locations locations;
  private final SettingStore settings = new SettingStore();

  public CountRules(KnownSkus skus, Locations locations) {
    this.skus = skus;
    this.locations = locations;
  }

  /** What is wrong with it; empty when nothing is. */
  public List<ItemError> judge(Tx tx, CountInput input) {
    Rules rules = new Rules();
    if (input.number() != null) {
      rules.number("number", input.number());
    }
    rules.require(
        () -> input.location().indexOf('\0') < 0 && locations.find(tx, input.location()).isPresent(),
        "location",
        "unknown",
        "There is no such location.");
    rules.units("approveAbove", input.approveAbove(), 0);
    rules.lines(input.lines().size());
    Set<String> known =
        skus.known(
            tx,
            input.lines().stream()
                .map(CountInput.Line::sku)
                .filter(sku -> sku.indexOf('\0') < 0)
                .collect(Collectors.toSet()));
    Set<String> byLot = byLot(tx, known);
    Set<CountInput.Line> seen = new HashSet<>();
    for (int i = 0; i < input.lines().size(); i++) {
      CountInput.Line line = input.lines().get(i);
      String bin = line.bin();
      String field = "lines[" + i + "].";
      rules.require(() -> known.contains(line.sku()), field + "sku", "unknown", "There is no such SKU.");
      rules.require(
          () -> bin == null || Bins.isBin(bin),
          field + "bin",
          "format",
          "A bin is 1 to 40 letters, digits and -_./:# without spaces.");
      rules.require(
          () -> bin == null || !byLot.contains(line.sku()),
          field + "bin",
          "by-lot",
          line.sku() + " is kept by lot, and no bin knows its lots: count it in all of the location.");
      rules.require(() -> seen.add(line), field + "sku", "duplicate", "The same is to be counted twice.");
    }
    return rules.errors();
  }

  private Set<String> byLot(Tx tx, Set<String> known) {
    return settings.asks(tx, known).entrySet().stream()
        .filter(asks -> asks.getValue().tracking().byLot())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** The count before anything is frozen, once {@link #judge} found nothing wrong. */
  public static StockCount count(UUID id, String number, CountInput input, Instant now) {
    List<StockCount.Line> lines = new ArrayList<>();
    for (CountInput.Line line : input.lines()) {
      lines.add(
          StockCount.Line.counting(
              lines.size() + 1, line.sku(), Objects.requireNonNullElse(line.bin(), ""), 0, 0));
    }
    return new StockCount(
        id, number, input.location(), StockCount.State.OPEN, Math.toIntExact(input.approveAbove()), lines, 1, now);
  }
}
