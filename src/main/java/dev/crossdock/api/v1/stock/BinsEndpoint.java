package dev.crossdock.api.v1.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.counting.BinSet;
import dev.crossdock.inventory.counting.BinUnits;
import dev.crossdock.inventory.counting.Bins;
import dev.crossdock.inventory.documents.Incoming;
import dev.crossdock.inventory.documents.IncomingKind;
import dev.crossdock.inventory.documents.IncomingUnits;
import dev.crossdock.platform.http.Problem.FieldError;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where units lie at a location, and what is on its way to it. */
@RestController
class BinsEndpoint {

  private final Commands commands;
  private final Bins bins;
  private final Incoming incoming = new Incoming();

  BinsEndpoint(Commands commands, Bins bins) {
    this.commands = commands;
    this.bins = bins;
  }

  /** So many units lie in the bin. */
  record BinBody(@Nullable String sku, @Nullable String location, @Nullable String bin, @Nullable Long units) {}

  /** How many bins were told. */
  record BinsStored(int stored) {}

  /** Units in a bin; {@code frozen} of them are blocked while somebody counts. */
  record BinView(String location, String bin, int units, int frozen) {}

  /** Bins of a SKU. */
  record BinListing(List<BinView> items) {}

  /** Units on their way; without a date nobody said when. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record IncomingView(
      String location, IncomingKind kind, UUID document, int line, int units, @Nullable LocalDate expectedOn) {

    static IncomingView of(IncomingUnits row) {
      return new IncomingView(
          row.key().location(), row.kind(), row.document(), row.line(), row.units(), row.expectedOn());
    }
  }

  /** What is on its way of a SKU. */
  record IncomingListing(List<IncomingView> items) {}

  @PutMapping("/api/v1/stock/bins")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<BinsStored> put(ApiCall call, @RequestBody List<BinBody> body) {
    List<BinSet> sets = sets(Items.of(body));
    return commands.write(
        call,
        BinsStored.class,
        tx -> {
          List<ItemError> errors = bins.put(tx, sets);
          Refusal.throwIfAny(
              errors.stream().map(e -> Items.error(e.index(), e.field(), e.rule(), e.sentence())).toList());
          return new BinsStored(sets.size());
        });
  }

  @GetMapping("/api/v1/stock/{sku}/bins")
  @RequiresScope(Scope.STOCK_READ)
  BinListing list(ApiCall call, @PathVariable String sku) {
    List<BinUnits> found = commands.read(call, tx -> bins.of(tx, storable(sku)));
    return new BinListing(
        found.stream().map(b -> new BinView(b.key().location(), b.bin(), b.units(), b.frozen())).toList());
  }

  @GetMapping("/api/v1/stock/{sku}/incoming")
  @RequiresScope(Scope.STOCK_READ)
  IncomingListing incoming(ApiCall call, @PathVariable String sku) {
    List<IncomingUnits> found = commands.read(call, tx -> incoming.of(tx, Set.of(storable(sku))));
    return new IncomingListing(found.stream().map(IncomingView::of).toList());
  }

  private static List<BinSet> sets(List<BinBody> body) {
    List<FieldError> errors = new ArrayList<>();
    List<BinSet> sets = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      BinBody item = body.get(i);
      if (item.sku() == null || item.location() == null || item.bin() == null || item.units() == null) {
        errors.add(Items.error(i, "", "required", "SKU, location, bin and units must be given."));
      } else {
        sets.add(new BinSet(item.sku(), item.location(), item.bin(), item.units()));
      }
    }
    Refusal.throwIfAny(errors);
    return sets;
  }

  private static String storable(String sku) {
    if (sku.indexOf('\0') >= 0) {
      throw Refusal.notFound("There is no such SKU.");
    }
    return sku;
  }
}
