package dev.crossdock.inventory.returning;

import dev.crossdock.inventory.Adjustment;
import dev.crossdock.inventory.Blocking;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.KnownSkus;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockAt;
import dev.crossdock.inventory.StockChange;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockReason;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.documents.Decided.Accepted;
import dev.crossdock.inventory.documents.Decided.Refused;
import dev.crossdock.inventory.documents.DocumentQuery;
import dev.crossdock.inventory.documents.Incoming;
import dev.crossdock.inventory.documents.Numbers;
import dev.crossdock.inventory.documents.Receipts;
import dev.crossdock.inventory.documents.Rules;
import dev.crossdock.inventory.documents.StockRise;
import dev.crossdock.inventory.returning.internal.ReturnStore;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.JournalEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Returns on their way. What is announced is incoming; what arrives lies there, to be promised again or not. Each
 * change locks the document first and the level after it.
 */
public final class IncomingReturns {

  private static final int REFERENCE_MAX = 100;

  private final Stock stock;
  private final Locations locations;
  private final KnownSkus skus;
  private final StockRise rise;
  private final Journal journal;
  private final Ids ids;
  private final ReturnStore store = new ReturnStore();
  private final Incoming incoming = new Incoming();
  private final Receipts receipts = new Receipts();
  private final Numbers numbers = new Numbers();

  /**
   * Nothing is done before it is asked.
   *
   * @param rise told of SKUs with more to promise than before
   */
  public IncomingReturns(
      Stock stock, Locations locations, KnownSkus skus, StockRise rise, Journal journal, Ids ids) {
    this.stock = stock;
    this.locations = locations;
    this.skus = skus;
    this.rise = rise;
    this.journal = journal;
    this.ids = ids;
  }

  /** Announces a return. */
  public Decided<IncomingReturn> announce(Tx tx, ReturnInput input) {
    List<ItemError> errors = judge(tx, input);
    if (!errors.isEmpty()) {
      return new Refused<>(errors);
    }
    String number = numbers.of(tx, "RT", input.number(), taken -> store.isTaken(tx, taken));
    IncomingReturn coming =
        new IncomingReturn(
            ids.next(), number, input.reference(), input.sku(), input.location(), ReturnState.ANNOUNCED,
            Math.toIntExact(input.units()), 0, input.expectedOn(), 1, tx.now());
    if (!store.insert(tx, coming)) {
      return Refused.of("number", "duplicate", "There is a return with this number already.");
    }
    incoming.replace(tx, coming.id(), coming.incoming());
    journal.append(tx, List.of(told(coming, "announced", tx.now(), null)));
    return new Accepted<>(coming);
  }

  /** Does the command, all of it or nothing. The same delivery twice is received once. */
  public Decided<IncomingReturn> execute(Tx tx, UUID id, ReturnCommand command) {
    Optional<IncomingReturn> found = store.lock(tx, id);
    if (found.isEmpty()) {
      return Refused.missing();
    }
    if (command instanceof ReturnCommand.Receive receive) {
      Optional<Decided<IncomingReturn>> answer =
          receipts.answer(tx, id, receive.reference(), content(receive), found.get());
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return switch (ReturnLifecycle.decide(found.get(), command, tx.now())) {
      case Accepted<IncomingReturn>(IncomingReturn after) -> write(tx, after, command);
      case Refused<IncomingReturn> refused -> refused;
    };
  }

  /** The latest first. */
  public List<IncomingReturn> list(Tx tx, DocumentQuery query) {
    return store.list(tx, query);
  }

  public Optional<IncomingReturn> find(Tx tx, UUID id) {
    return store.find(tx, id);
  }

  private List<ItemError> judge(Tx tx, ReturnInput input) {
    Rules rules = new Rules();
    if (input.number() != null) {
      rules.number("number", input.number());
    }
    String reference = input.reference();
    rules.require(
        () -> reference == null || (reference.length() <= REFERENCE_MAX && reference.indexOf('\0') < 0),
        "reference", "format", "At most " + REFERENCE_MAX + " characters.");
    boolean storable = input.sku().indexOf('\0') < 0;
    Set<String> known = storable ? skus.known(tx, Set.of(input.sku())) : Set.of();
    rules.require(() -> known.contains(input.sku()), "sku", "unknown", "There is no such SKU.");
    boolean there = locations.list(tx).stream().anyMatch(place -> place.code().equals(input.location()));
    rules.require(() -> there, "location", "unknown", "There is no such location.");
    rules.units("units", input.units(), 1);
    rules.day("expectedOn", input.expectedOn());
    return rules.errors();
  }

  private Decided<IncomingReturn> write(Tx tx, IncomingReturn after, ReturnCommand command) {
    Instant happened = tx.now();
    if (command instanceof ReturnCommand.Receive receive) {
      List<ItemError> errors = book(tx, after, receive);
      if (!errors.isEmpty()) {
        return new Refused<>(errors);
      }
      receipts.remember(tx, after.id(), receive.reference(), content(receive), receive.happenedAt());
      happened = receive.happenedAt();
    }
    store.update(tx, after);
    incoming.replace(tx, after.id(), after.incoming());
    journal.append(tx, List.of(told(after, word(command), happened, command)));
    return new Accepted<>(after);
  }

  /** Puts the units there; what is wrong with them is told, and then nothing is booked. */
  private List<ItemError> book(Tx tx, IncomingReturn after, ReturnCommand.Receive receive) {
    StockAt level =
        stock.lockAvailable(tx, Set.of(after.sku())).of(after.sku()).stream()
            .filter(at -> at.location().code().equals(after.location()))
            .findFirst()
            .orElse(null);
    boolean blocked = receive.disposition().unavailable().isPresent();
    if (blocked && level != null && level.unavailable() > level.onHand()) {
      return List.of(
          new ItemError(
              0, "disposition", "range",
              "More is blocked at this level than lies there: put that right before blocking more."));
    }
    StockChange came =
        stock.adjust(
            tx,
            List.of(
                new Adjustment(
                    after.sku(), after.location(), receive.units(), StockReason.RETURNED, after.number(),
                    receive.happenedAt(), receive.lots())));
    if (!came.errors().isEmpty()) {
      return came.errors().stream().map(IncomingReturns::told).toList();
    }
    receive.disposition().unavailable().ifPresent(
        reason -> {
          Blocking blocking =
              new Blocking(
                  after.sku(), after.location(), reason, receive.units(), after.number(), receive.happenedAt(),
                  receive.lots());
          if (!stock.block(tx, List.of(blocking)).errors().isEmpty()) {
            throw new IllegalStateException("units that came back could not be blocked");
          }
        });
    rise.rose(tx, blocked ? Set.of() : came.rose().stream().map(StockKey::sku).collect(Collectors.toSet()));
    return List.of();
  }

  /** In the words of a return: what an adjustment calls its difference are the units. */
  private static ItemError told(ItemError error) {
    return error.field().equals("delta")
        ? new ItemError(0, "units", error.rule(), error.sentence())
        : error;
  }

  private static String word(ReturnCommand command) {
    return switch (command) {
      case ReturnCommand.Receive _ -> "received";
      case ReturnCommand.Close() -> "closed";
      case ReturnCommand.Cancel() -> "cancelled";
    };
  }

  private static String content(ReturnCommand.Receive receive) {
    return receive.units() + " " + receive.disposition() + " " + receive.lots();
  }

  private static JournalEntry told(
      IncomingReturn coming, String what, Instant happenedAt, @Nullable ReturnCommand command) {
    ObjectNode payload =
        JsonNodeFactory.instance
            .objectNode()
            .put("number", coming.number())
            .put("sku", coming.sku())
            .put("location", coming.location())
            .put("state", coming.state().name())
            .put("announced", coming.announced())
            .put("received", coming.received());
    if (command instanceof ReturnCommand.Receive receive) {
      payload.put("units", receive.units()).put("disposition", receive.disposition().name());
    }
    return new JournalEntry(
        "incoming-return:" + coming.id(), coming.version(), "incoming-return." + what, happenedAt,
        payload.toString());
  }
}
