package dev.crossdock.api.v1.lots;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.LotBody;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.StockReason;
import dev.crossdock.inventory.lots.LotAt;
import dev.crossdock.inventory.lots.LotTrace;
import dev.crossdock.inventory.lots.LotTrace.LotMoved;
import dev.crossdock.inventory.lots.LotTrace.Taken;
import dev.crossdock.inventory.lots.Lots;
import dev.crossdock.inventory.lots.Pick;
import dev.crossdock.inventory.lots.Picks;
import dev.crossdock.platform.http.Problem.FieldError;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lots and serial numbers: what lies where, who got what, and which were picked. */
@RestController
class LotsEndpoint {

  private final Commands commands;
  private final Lots lots;
  private final Picks picks;

  LotsEndpoint(Commands commands, Lots lots, Picks picks) {
    this.commands = commands;
    this.lots = lots;
    this.picks = picks;
  }

  /** The lots of a SKU that lie somewhere, what expires first first. */
  record LotListing(List<LotView> items) {}

  /** A lot at a location; the lot without a name holds units that nobody has told the lot of. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LotView(
      String lot,
      @Nullable LocalDate expiresOn,
      String location,
      int onHand,
      int damaged,
      int qualityControl,
      int expired) {

    static LotView of(LotAt row) {
      return new LotView(
          row.lot(), row.expiresOn(), row.location(), row.onHand(), row.damaged(), row.qualityControl(),
          row.expired());
    }
  }

  /**
   * Where the units of a lot are and where they went.
   *
   * @param shipped units by the order that got them
   * @param next give this as {@code after} for more of its history
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TraceView(
      String sku,
      String lot,
      @Nullable LocalDate expiresOn,
      boolean serial,
      List<LotView> locations,
      List<TakenView> inTransit,
      List<TakenView> shipped,
      List<MovedView> history,
      @Nullable String next) {}

  /** Units that a document took. */
  record TakenView(String document, long units) {

    static TakenView of(Taken taken) {
      return new TakenView(taken.document(), taken.units());
    }
  }

  /** One row of the ledger, as far as it moved the lot. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MovedView(
      UUID id,
      String location,
      int onHandDelta,
      int unavailableDelta,
      StockReason reason,
      @Nullable String document,
      String actor,
      Instant happenedAt) {

    static MovedView of(LotMoved row) {
      return new MovedView(
          row.id(), row.location(), row.onHandDelta(), row.unavailableDelta(), row.reason(), row.document(),
          row.actor(), row.happenedAt());
    }
  }

  /**
   * What was taken from the shelf for a line.
   *
   * @param lots none takes back what was said before
   */
  record PickBody(
      @Nullable Integer line,
      @Nullable String sku,
      @Nullable String location,
      @Nullable List<@Nullable LotBody> lots,
      @Nullable List<@Nullable String> serials) {}

  /** How many lines were told. */
  record PicksStored(int stored) {}

  @GetMapping("/api/v1/lots/{sku}")
  @RequiresScope(Scope.STOCK_READ)
  LotListing list(ApiCall call, @PathVariable String sku) {
    List<LotAt> found = commands.read(call, tx -> lots.of(tx, storable(sku)));
    return new LotListing(found.stream().map(LotView::of).toList());
  }

  @GetMapping("/api/v1/lots/{sku}/trace")
  @RequiresScope(Scope.STOCK_READ)
  TraceView trace(ApiCall call, PageRequest page, @PathVariable String sku, @RequestParam String lot) {
    LotTrace found =
        commands
            .read(call, tx -> lots.trace(tx, storable(sku), storable(lot), page.afterId(), page.probe()))
            .orElseThrow(() -> Refusal.notFound("There is no such lot of this SKU."));
    Page<MovedView> history = page.page(found.moves().stream().map(MovedView::of).toList(), row -> row.id().toString());
    return new TraceView(
        found.sku(), found.lot(), found.expiresOn(), found.serial(),
        found.places().stream().map(LotView::of).toList(), found.transit().stream().map(TakenView::of).toList(),
        found.shipped().stream().map(TakenView::of).toList(), history.items(), history.next());
  }

  @PutMapping("/api/v1/picks/{document}")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<PicksStored> pick(ApiCall call, @PathVariable UUID document, @RequestBody List<PickBody> body) {
    List<Pick> told = picks(document, Items.of(body));
    return commands.write(
        call,
        PicksStored.class,
        tx -> {
          List<ItemError> errors = picks.put(tx, told);
          Refusal.throwIfAny(
              errors.stream().map(e -> Items.error(e.index(), e.field(), e.rule(), e.sentence())).toList());
          return new PicksStored(told.size());
        });
  }

  private static List<Pick> picks(UUID document, List<PickBody> body) {
    List<FieldError> errors = new ArrayList<>();
    List<Pick> picks = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      PickBody item = body.get(i);
      if (item.line() == null || item.sku() == null || item.location() == null) {
        errors.add(Items.error(i, "", "required", "Line, SKU and location must be given."));
      } else {
        picks.add(
            new Pick(
                document, item.line(), item.sku(), item.location(),
                LotBody.units(item.lots(), item.serials())));
      }
    }
    Refusal.throwIfAny(errors);
    return picks;
  }

  /** PostgreSQL's text cannot hold the character zero, so no key has it. */
  private static String storable(String text) {
    return text.indexOf('\0') < 0 ? text : "";
  }
}
