package dev.crossdock.console.stock.sku;

import dev.crossdock.channels.ChannelAccounts;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Grid.Cell;
import dev.crossdock.console.kit.Grid.Column;
import dev.crossdock.console.kit.Units;
import dev.crossdock.console.orders.ActorWords;
import dev.crossdock.inventory.groups.Allocation;
import dev.crossdock.inventory.groups.AllocationGroups;
import dev.crossdock.inventory.promising.Atp;
import dev.crossdock.inventory.promising.AtpContext;
import dev.crossdock.inventory.promising.Promising;
import dev.crossdock.inventory.promising.SafetyStock;
import dev.crossdock.inventory.promising.SafetyStocks;
import dev.crossdock.platform.db.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What may be promised of a SKU, to whom, and what is taken off on the way there. */
@Component
final class SkuPromise {

  private static final int ROWS = 50;
  private static final int SUMS_MAX = 12;

  private final Promising promising;
  private final ChannelAccounts accounts;
  private final AllocationGroups groups;
  private final SafetyStocks safety;
  private final ActorWords words;

  SkuPromise(
      Promising promising, ChannelAccounts accounts, AllocationGroups groups, SafetyStocks safety, ActorWords words) {
    this.promising = promising;
    this.accounts = accounts;
    this.groups = groups;
    this.safety = safety;
    this.words = words;
  }

  /**
   * What may be promised for one channel account.
   *
   * @param terms of the sum, line by line, with their signs
   */
  public record Sum(String whom, String available, Grid terms) {}

  /** For nobody in particular first, then for each channel account. */
  List<Sum> sums(Tx tx, String sku, Map<String, String> locations) {
    List<Sum> sums = new ArrayList<>();
    add(tx, sums, sku, "Nobody in particular", AtpContext.ANYBODY, locations);
    for (ChannelAccounts.Clock account : accounts.clocks(tx)) {
      if (sums.size() < SUMS_MAX) {
        AtpContext context = new AtpContext(
            account.channel(), account.account(), Set.of(), AtpContext.Delivery.SHIP);
        add(tx, sums, sku, words.channel(account.channel()) + " · " + account.account(), context, locations);
      }
    }
    return sums;
  }

  private void add(
      Tx tx, List<Sum> sums, String sku, String whom, AtpContext context, Map<String, String> locations) {
    Atp atp = promising.atp(tx, context, Set.of(sku)).get(sku);
    if (atp == null) {
      return;
    }
    List<Grid.Row> rows = new ArrayList<>();
    for (Atp.Term term : atp.terms()) {
      rows.add(Grid.Row.of(
          "term-" + sums.size() + "-" + rows.size(), Cell.of(words(term.kind())),
          Cell.of(term.location() == null ? "" : locations.getOrDefault(term.location(), term.location())),
          Cell.of(term.why() == null ? "" : term.why()),
          Cell.of(term.units() == 0 ? "0" : Units.signed(term.units()))));
    }
    rows.add(Grid.Row.of(
        "term-" + sums.size() + "-sum", Cell.of("Available to promise"), Cell.of(""),
        Cell.of(atp.sum() < 0 ? "never below zero" : ""), Cell.of(atp.available())));
    sums.add(new Sum(
        whom, Units.grouped(atp.available()),
        new Grid("What may be promised: " + whom, List.of(
            Column.text("What"), Column.text("Where"), Column.text("Why"), Column.number("Units")), rows)));
  }

  private static String words(Atp.Kind kind) {
    String name = kind.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Units kept apart for groups; null for none. */
  @Nullable Grid keptApart(List<Allocation> allocations, Map<String, String> locations) {
    return allocations.isEmpty() ? null : new Grid(
        "Units kept apart",
        List.of(Column.text("Group"), Column.text("For"), Column.text("Location"), Column.number("Granted"),
            Column.number("Left")),
        allocations.stream()
            .map(each -> Grid.Row.of(
                "allocation-" + each.id(), Cell.of(each.group().code()), Cell.of(whose(each)),
                Cell.of(locations.getOrDefault(each.location(), each.location())), Cell.of(each.granted()),
                Cell.of(each.left())))
            .toList());
  }

  List<Allocation> allocations(Tx tx, String sku) {
    return groups.of(tx, Set.of(sku));
  }

  private String whose(Allocation allocation) {
    String account = allocation.group().account();
    return words.channel(allocation.group().channel()) + (account == null ? "" : " · " + account);
  }

  /** What is kept back of this SKU alone; null for nothing. */
  @Nullable Grid keptBack(Tx tx, String sku, Map<String, String> locations) {
    List<SafetyStock> settings = safety.list(tx, sku, null, ROWS);
    List<Grid.Row> rows = new ArrayList<>();
    for (SafetyStock each : settings) {
      if (each.units() != null) {
        rows.add(Grid.Row.of(
            "safety-" + rows.size(),
            Cell.of(each.location() == null ? "All locations together"
                : locations.getOrDefault(each.location(), each.location())),
            Cell.of(each.channel() == null ? "Everybody" : words.channel(each.channel())
                + (each.account() == null ? "" : " · " + each.account())),
            Cell.of(each.units())));
      }
    }
    return rows.isEmpty() ? null : new Grid(
        "Safety stock", List.of(Column.text("Where"), Column.text("From whom"), Column.number("Kept back")), rows);
  }
}
