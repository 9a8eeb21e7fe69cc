package dev.crossdock.inventory.lots;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.Reservation;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.lots.internal.LotBook;
import dev.crossdock.inventory.lots.internal.LotRules;
import dev.crossdock.inventory.lots.internal.LotStore;
import dev.crossdock.inventory.lots.internal.PickStore;
import dev.crossdock.inventory.skus.Asks;
import dev.crossdock.inventory.skus.internal.SettingStore;
import dev.crossdock.platform.db.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Says which lots leave with a line, before it is shipped. The shipment takes these as far as they are still there, and
 * what nobody named by expiry.
 */
public final class Picks {

  private final Stock stock;
  private final LotStore lots = new LotStore();
  private final PickStore store = new PickStore();
  private final SettingStore settings = new SettingStore();

  public Picks(Stock stock) {
    this.stock = stock;
  }

  /** Notes these, all of them or none; each replaces what was said of its line there before. */
  public List<ItemError> put(Tx tx, List<Pick> picks) {
    if (picks.isEmpty()) {
      return List.of();
    }
    stock.lock(tx, picks.stream().map(Pick::key).filter(Picks::isStorable).collect(Collectors.toSet()));
    Map<String, Reservation> held =
        stock.reservationsOf(tx, picks.stream().map(Pick::document).collect(Collectors.toSet())).stream()
            .collect(Collectors.toMap(row -> line(row.document(), row.line(), row.key()), row -> row));
    LotRules rules = new LotRules(book(tx, picks));
    List<ItemError> errors = new ArrayList<>();
    Map<Reservation, List<LotUnits>> accepted = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < picks.size(); i++) {
      Pick pick = picks.get(i);
      String line = line(pick.document(), pick.line(), pick.key());
      Reservation row = held.get(line);
      if (row == null) {
        errors.add(new ItemError(i, "line", "not-reserved", "This line holds nothing of this SKU there."));
      } else if (!seen.add(line)) {
        errors.add(new ItemError(i, "line", "duplicate", "The line is named twice."));
      } else {
        judge(rules, i, pick, row).ifPresent(errors::add);
        accepted.put(row, pick.lots());
      }
    }
    if (errors.isEmpty()) {
      store.put(tx, accepted);
    }
    return errors;
  }

  /** Drops what was picked for lines that hold nothing any more; so many rows it were. */
  public int forget(Tx tx) {
    return store.forget(tx);
  }

  private static Optional<ItemError> judge(LotRules rules, int index, Pick pick, Reservation row) {
    long units = LotUnits.sum(pick.lots());
    if (pick.lots().isEmpty()) {
      return Optional.empty();
    }
    return rules.judge(index, pick.key(), -units, pick.lots())
        .or(
            () ->
                units > row.units()
                    ? Optional.of(
                        new ItemError(index, "lots", "range", "The line holds " + row.units() + " units there."))
                    : Optional.empty());
  }

  private LotBook book(Tx tx, List<Pick> picks) {
    Map<String, List<LotUnits>> named = new HashMap<>();
    for (Pick pick : picks) {
      if (isStorable(pick.key())) {
        named.computeIfAbsent(pick.sku(), first -> new ArrayList<>()).addAll(pick.lots());
      }
    }
    Map<String, Asks> asks = settings.asks(tx, named.keySet());
    Map<StockKey, Asks> tracked = new HashMap<>();
    for (Pick pick : picks) {
      Asks ask = asks.getOrDefault(pick.sku(), Asks.NOTHING);
      if (ask.tracking().byLot()) {
        tracked.put(pick.key(), ask);
      }
    }
    return lots.open(tx, tracked, named, List.of());
  }

  private static boolean isStorable(StockKey key) {
    return key.toString().indexOf('\0') < 0;
  }

  private static String line(UUID document, int line, StockKey key) {
    return document + " " + line + " " + key;
  }
}
