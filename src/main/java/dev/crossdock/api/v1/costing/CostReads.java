package dev.crossdock.api.v1.costing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.api.web.Amount;
import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.inventory.costing.CostMethod;
import dev.crossdock.inventory.costing.Costing;
import dev.crossdock.inventory.costing.SkuSales;
import dev.crossdock.inventory.costing.SkuValue;
import dev.crossdock.inventory.costing.UntoldCost;
import dev.crossdock.inventory.history.AsOf;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What stock is worth, what sales cost, and what nobody has told the cost of. */
@RestController
class CostReads {

  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
  private static final int UNTOLD_MAX = 1_000;
  private static final int TURNS_DECIMALS = 2;

  private final Commands commands;
  private final Costing costing;

  CostReads(Commands commands, Costing costing) {
    this.commands = commands;
    this.costing = costing;
  }

  /** What the stock of a SKU is worth, units on their way between our locations included. */
  record ValueView(String sku, CostMethod method, long units, Amount value) {

    static ValueView of(SkuValue row) {
      return new ValueView(row.sku(), row.method(), row.units(), Amount.of(row.value(), row.currency()));
    }
  }

  /** What everything is worth together, an amount a currency. */
  record TotalView(List<Amount> total) {}

  /**
   * What the sales of a SKU cost.
   *
   * @param units sold, less those that came back
   * @param opening what the stock was worth when the period began
   * @param turns cost of sales by the mean of its value at both ends
   */
  record SalesView(String sku, long units, Amount costOfSales, Amount opening, Amount closing, BigDecimal turns) {

    static SalesView of(SkuSales row) {
      return new SalesView(
          row.sku(), row.units(), Amount.of(row.cost(), row.currency()), Amount.of(row.opening(), row.currency()),
          Amount.of(row.closing(), row.currency()),
          BigDecimal.valueOf(row.turns()).setScale(TURNS_DECIMALS, RoundingMode.HALF_UP));
    }
  }

  /** An arrival whose cost nobody has told; {@code provisional} is what it was given for the time being. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record UntoldView(
      UUID entry, String sku, long units, Amount provisional, @Nullable String document, Instant happenedAt) {

    static UntoldView of(UntoldCost row) {
      return new UntoldView(
          row.entry(), row.sku(), row.units(), Amount.of(row.value(), row.currency()), row.document(),
          row.happenedAt());
    }
  }

  /** The first of them. */
  record UntoldListing(List<UntoldView> items) {}

  @GetMapping("/api/v1/costing/values")
  @RequiresScope(Scope.STOCK_READ)
  Page<ValueView> values(
      ApiCall call,
      PageRequest page,
      @RequestParam(required = false) @Nullable String at,
      @RequestParam(required = false) @Nullable String knownAt) {
    List<SkuValue> found =
        commands.read(call, tx -> costing.values(tx, asOf(tx, at, knownAt), page.after(), page.probe()));
    return page.page(found.stream().map(ValueView::of).toList(), ValueView::sku);
  }

  @GetMapping("/api/v1/costing/total")
  @RequiresScope(Scope.STOCK_READ)
  TotalView total(
      ApiCall call,
      @RequestParam(required = false) @Nullable String at,
      @RequestParam(required = false) @Nullable String knownAt) {
    return new TotalView(
        commands.read(call, tx -> costing.total(tx, asOf(tx, at, knownAt))).entrySet().stream()
            .map(sum -> Amount.of(sum.getValue(), sum.getKey()))
            .toList());
  }

  @GetMapping("/api/v1/costing/sales")
  @RequiresScope(Scope.STOCK_READ)
  Page<SalesView> sales(ApiCall call, PageRequest page, @RequestParam String from, @RequestParam String to) {
    Instant begin = instant("from", from);
    Instant end = instant("to", to);
    if (!begin.isBefore(end)) {
      throw Refusal.parameter("to", "An instant behind from.");
    }
    List<SkuSales> found = commands.read(call, tx -> costing.sales(tx, begin, end, page.after(), page.probe()));
    return page.page(found.stream().map(SalesView::of).toList(), SalesView::sku);
  }

  @GetMapping("/api/v1/costing/untold")
  @RequiresScope(Scope.STOCK_READ)
  UntoldListing untold(ApiCall call, @RequestParam(required = false) @Nullable String sku) {
    String asked = sku == null || sku.indexOf('\0') < 0 ? sku : "";
    List<UntoldCost> found = commands.read(call, tx -> costing.untold(tx, asked, UNTOLD_MAX));
    return new UntoldListing(found.stream().map(UntoldView::of).toList());
  }

  /** Null for now; one clock alone leaves the other at this instant. */
  private static @Nullable AsOf asOf(Tx tx, @Nullable String at, @Nullable String knownAt) {
    if (at == null && knownAt == null) {
      return null;
    }
    return new AsOf(
        at == null ? tx.now() : instant("at", at), knownAt == null ? tx.now() : instant("knownAt", knownAt));
  }

  private static Instant instant(String name, String text) {
    try {
      Instant instant = Instant.parse(text);
      if (!instant.isBefore(Instant.EPOCH) && instant.isBefore(LATEST)) {
        return instant;
      }
    } catch (DateTimeException e) {
      // Falls through to the same refusal as an instant nobody lives in.
    }
    throw Refusal.parameter(name, "An instant such as 2026-11-20T12:00:00Z.");
  }
}
