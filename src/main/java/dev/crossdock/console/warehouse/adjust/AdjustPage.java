package dev.crossdock.console.warehouse.adjust;

import dev.crossdock.catalog.Sku;
import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.kit.Units;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.console.warehouse.FormRefused;
import dev.crossdock.console.warehouse.LotText;
import dev.crossdock.console.warehouse.Mistakes;
import dev.crossdock.console.warehouse.Sent;
import dev.crossdock.console.warehouse.Station;
import dev.crossdock.console.warehouse.StockNav;
import dev.crossdock.console.warehouse.Work;
import dev.crossdock.inventory.Adjustment;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockAt;
import dev.crossdock.inventory.StockChange;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockSet;
import dev.crossdock.inventory.lots.LotUnits;
import dev.crossdock.inventory.lots.Lots;
import dev.crossdock.inventory.skus.Tracking;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.Routing;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Corrects one level: first what was and what will be is shown, and only then it is done. */
@RestController
class AdjustPage {

  private final Work work;
  private final Stock stock;
  private final Lots lots;
  private final Routing routing;

  AdjustPage(Work work, Stock stock, Lots lots, Routing routing) {
    this.work = work;
    this.stock = stock;
    this.lots = lots;
    this.routing = routing;
  }

  @GetMapping("/console/stock/adjust")
  ResponseEntity<String> page(Visit visit, @RequestParam MultiValueMap<String, String> asked) {
    AdjustMaker maker = new AdjustMaker(new Sent(asked), work.key(), new Mistakes());
    return show(visit, work.read(visit, tx -> maker.view(tx, work)));
  }

  @PostMapping("/console/stock/adjust")
  ResponseEntity<String> send(
      Visit visit, HttpServletRequest request, @RequestParam MultiValueMap<String, String> form) {
    Sent sent = new Sent(form);
    Mistakes mistakes = new Mistakes();
    AdjustMaker maker = new AdjustMaker(sent, sent.text("key"), mistakes);
    Optional<Asked> understood = work.read(visit, tx -> asked(tx, sent, mistakes));
    if (understood.isEmpty()) {
      return show(visit, work.read(visit, tx -> maker.view(tx, work)));
    }
    Asked asked = understood.get();
    if (sent.does("confirm")) {
      try {
        Flash flash = work.run(visit, sent, "adjust", tx -> done(tx, asked, sent));
        return work.told(request, flash, StockNav.ADJUST.href() + "?location="
            + URLEncoder.encode(asked.key().location(), StandardCharsets.UTF_8)
            + "&mode=" + sent.text("mode") + "&reason=" + sent.text("reason"));
      } catch (FormRefused refused) {
        refused.errors().forEach(error -> mistakes.add(field(error.field()), named(error, asked)));
        return show(visit, work.read(visit, tx -> maker.view(tx, work)));
      }
    }
    return show(visit, work.read(visit, tx -> maker.preview(tx, work, asked, level(tx, asked.key()))));
  }

  private ResponseEntity<String> show(Visit visit, AdjustView view) {
    boolean wrong = !view.mistakes().isEmpty();
    return work.page(
        wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK, visit, wrong ? "Error: Adjust stock" : "Adjust stock",
        "warehouse/adjust/page.jte", view);
  }

  /**
   * What is asked for, understood.
   *
   * @param counted whether the units are what was counted, and not a difference
   * @param byLot whether the SKU has lots or serial numbers
   */
  record Asked(Sku sku, StockKey key, boolean counted, long units, boolean byLot, List<LotUnits> lots) {

    Asked {
      lots = List.copyOf(lots);
    }
  }

  private Optional<Asked> asked(Tx tx, Sent sent, Mistakes mistakes) {
    String code = sent.text("sku");
    Sku sku = work.codes().sku(tx, code).orElse(null);
    boolean counted = sent.text("mode").equals(AdjustMaker.COUNTED);
    Tracking tracking = sku == null ? Tracking.NONE : tracking(tx, sku.sku());
    Long typed = Sent.number(sent.text("units"));
    List<LotUnits> named = lots(tracking, sent.whole("lots"), typed, mistakes);
    Long units = typed == null && counted && sent.text("units").isEmpty() && !named.isEmpty()
        ? Long.valueOf(LotUnits.sum(named)) : typed;
    if (sku == null) {
      mistakes.add("sku", code.isEmpty() ? "Scan or enter a SKU." : code + " is no SKU and no barcode of ours.");
    }
    String place = sent.text("location");
    if (work.open(tx).stream().noneMatch(open -> open.code().equals(place))) {
      mistakes.add("location", "There is no such location.");
    }
    if (units == null) {
      mistakes.add("units", "Enter a whole number of units.");
    } else if (!counted && units == 0) {
      mistakes.add("units", "A difference of none changes nothing.");
    } else if (counted && units < 0) {
      mistakes.add("units", "Nobody can count fewer than none.");
    }
    return sku == null || units == null || !mistakes.none()
        ? Optional.empty()
        : Optional.of(new Asked(
            sku, new StockKey(sku.sku(), place), counted, units, tracking.byLot(), named));
  }

  private Tracking tracking(Tx tx, String sku) {
    Station.Lots asked = work.lots(tx, Set.of(sku)).get(sku);
    return asked == null ? Tracking.NONE : asked.tracking();
  }

  private static List<LotUnits> lots(Tracking tracking, String text, @Nullable Long units, Mistakes mistakes) {
    if (!tracking.byLot()) {
      if (!text.isEmpty()) {
        mistakes.add("lots", "This SKU is kept without lots and serial numbers.");
      }
      return List.of();
    }
    return switch (LotText.read(tracking, text, units == null ? null : Long.valueOf(Math.abs(units)))) {
      case LotText.Lots(List<LotUnits> named) -> {
        if (units != null && LotUnits.sum(named) != Math.abs(units)) {
          mistakes.add("lots", "Name the lots or serial numbers of all " + Units.words(Math.abs(units)) + ".");
        }
        yield named;
      }
      case LotText.Wrong(String sentence) -> {
        mistakes.add("lots", sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1));
        yield List.of();
      }
    };
  }

  private Flash done(Tx tx, Asked asked, Sent sent) {
    StockAt locked = stock.lockAvailable(tx, Set.of(asked.key().sku())).of(asked.key().sku()).stream()
        .filter(at -> at.location().code().equals(asked.key().location()))
        .findFirst()
        .orElse(null);
    int before = locked == null ? 0 : locked.onHand();
    if (!sent.text("seen").equals(String.valueOf(before))) {
      throw new FormRefused(List.of(new ItemError(
          0, "units", "stale",
          "Nothing was changed: meanwhile " + Units.words(before) + " lie there. Look again.")));
    }
    StockChange change = asked.counted()
        ? stock.setOnHand(tx, sets(tx, asked))
        : stock.adjust(tx, List.of(new Adjustment(
            asked.key().sku(), asked.key().location(), asked.units(), AdjustMaker.reason(sent),
            sent.text("document").isEmpty() ? null : sent.text("document"), tx.now(), asked.lots())));
    if (!change.errors().isEmpty()) {
      throw new FormRefused(change.errors());
    }
    routing.stockRose(tx, change.rose().stream().map(StockKey::sku).collect(Collectors.toSet()));
    long after = asked.counted() ? asked.units() : before + asked.units();
    return Flash.done(
        asked.key().sku() + ": " + Units.grouped(before) + " → " + Units.grouped(after) + " on hand");
  }

  /** What was counted; lots that lie there and are not named were not found. */
  private List<StockSet> sets(Tx tx, Asked asked) {
    StockKey key = asked.key();
    if (!asked.byLot()) {
      return List.of(new StockSet(key.sku(), key.location(), asked.units()));
    }
    List<StockSet> sets = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (LotUnits lot : asked.lots()) {
      named.add(lot.lot());
      sets.add(new StockSet(key.sku(), key.location(), lot.units(), lot.lot(), lot.expiresOn()));
    }
    lots.of(tx, key.sku()).stream()
        .filter(lot -> lot.location().equals(key.location()) && !named.contains(lot.lot()))
        .forEach(lot -> sets.add(new StockSet(key.sku(), key.location(), 0, lot.lot(), null)));
    return sets;
  }

  private @Nullable StockAt level(Tx tx, StockKey key) {
    return stock.available(tx, Set.of(key.sku())).of(key.sku()).stream()
        .filter(at -> at.location().code().equals(key.location()))
        .findFirst()
        .orElse(null);
  }

  /** The field of the form that the door's field was typed into. */
  private static String field(String told) {
    return told.equals("delta") || told.equals("onHand") ? "units"
        : told.startsWith("lots[") || told.equals("lot") || told.equals("expiresOn") ? "lots" : told;
  }

  /** What is wrong with one lot, and with which. */
  private static String named(ItemError error, Asked asked) {
    boolean ofSet = asked.counted() && asked.byLot();
    int lot = ofSet ? error.index()
        : error.field().startsWith("lots[")
            ? Integer.parseInt(error.field().substring("lots[".length(), error.field().indexOf(']')))
            : asked.lots().size();
    return lot < asked.lots().size() ? asked.lots().get(lot).lot() + ": " + error.sentence() : error.sentence();
  }
}
