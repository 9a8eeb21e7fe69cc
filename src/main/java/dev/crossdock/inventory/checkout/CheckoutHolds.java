package dev.crossdock.inventory.checkout;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.Lacking;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.ReleaseOutcome;
import dev.crossdock.inventory.Reservation;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.checkout.internal.CheckoutEvents;
import dev.crossdock.inventory.checkout.internal.CheckoutPlan;
import dev.crossdock.inventory.checkout.internal.CheckoutRules;
import dev.crossdock.inventory.checkout.internal.CheckoutStore;
import dev.crossdock.inventory.documents.Decided.Accepted;
import dev.crossdock.inventory.documents.Decided.Refused;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.promising.Kits;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Units kept for a checkout. A hold reserves like an order does, with the same guarded write, so nothing else can take
 * its units. Whoever changes a hold locks it first and the levels after it; of two that would end the same hold the
 * second finds it ended. Units given back are told to the caller, who tells the orders that wait.
 */
public final class CheckoutHolds {

  private final Stock stock;
  private final Kits kits;
  private final Journal journal;
  private final Ids ids;
  private final CheckoutRules rules;
  private final CheckoutStore store = new CheckoutStore();

  public CheckoutHolds(Stock stock, Locations locations, Kits kits, Journal journal, Ids ids) {
    this.stock = stock;
    this.kits = kits;
    this.journal = journal;
    this.ids = ids;
    this.rules = new CheckoutRules(locations);
  }

  /** What ended with its units given back: which, and the SKUs with more to promise than before. */
  public record Ended(List<CheckoutHold> holds, Set<String> rose) {}

  /** Holds all of it or nothing; what is lacking is named line by line with the units that are there. */
  public Decided<CheckoutHold> hold(Tx tx, CheckoutInput input) {
    Set<String> asked = CheckoutRules.storable(input);
    Map<String, List<Kits.Part>> parts = kits.parts(tx, asked);
    List<ItemError> errors = rules.judge(tx, input, parts.keySet());
    if (!errors.isEmpty()) {
      return new Refused<>(errors);
    }
    Set<String> skus =
        parts.values().stream().flatMap(List::stream).map(Kits.Part::sku).collect(Collectors.toSet());
    CheckoutPlan plan = CheckoutPlan.of(input, parts, stock.lockAvailable(tx, skus));
    if (!plan.lacks().isEmpty()) {
      return new Refused<>(plan.lacks());
    }
    UUID id = ids.next();
    List<Reservation> wanted = plan.reservations(id);
    if (stock.reserve(tx, wanted) instanceof Lacking lacking) {
      throw new IllegalStateException("locked levels lack what a plan made from them takes: " + lacking);
    }
    CheckoutHold hold =
        new CheckoutHold(
            id, CheckoutState.HELD, input.channel(), input.account(), plan.placed(),
            wanted.stream().mapToLong(Reservation::units).sum(), tx.now(),
            tx.now().plusSeconds(input.ttlSeconds()), null, null, 1);
    store.insert(tx, hold);
    journal.append(tx, List.of(CheckoutEvents.held(hold, tx.now())));
    return new Accepted<>(hold);
  }

  public Optional<CheckoutHold> find(Tx tx, UUID id) {
    return store.find(tx, Set.of(id)).stream().findFirst();
  }

  /** The latest first. */
  public List<CheckoutHold> list(Tx tx, CheckoutQuery query) {
    return store.list(tx, query);
  }

  /** Keeps the units for so many seconds from now; once it is expired it stays so. */
  public Decided<CheckoutHold> extend(Tx tx, UUID id, long ttlSeconds) {
    List<ItemError> errors = CheckoutRules.ttl(ttlSeconds);
    if (!errors.isEmpty()) {
      return new Refused<>(errors);
    }
    return ofOpen(
        tx,
        id,
        hold -> {
          CheckoutHold longer = hold.until(tx.now().plusSeconds(ttlSeconds));
          store.update(tx, List.of(longer));
          journal.append(tx, List.of(CheckoutEvents.extended(longer, tx.now())));
          return new Accepted<>(longer);
        });
  }

  /** Gives the units back now; a hold that was released already stays as it is. */
  public Decided<Ended> release(Tx tx, UUID id) {
    List<CheckoutHold> found = store.lock(tx, Set.of(id));
    if (!found.isEmpty() && found.getFirst().state() == CheckoutState.RELEASED) {
      return new Accepted<>(new Ended(found, Set.of()));
    }
    if (found.isEmpty()) {
      return Refused.missing();
    }
    CheckoutHold hold = found.getFirst();
    return hold.open(tx.now())
        ? new Accepted<>(end(tx, found, CheckoutState.RELEASED))
        : Refused.state(sentence(hold));
  }

  /** Gives the units back of holds whose time is over, at most so many; those that somebody works on are left. */
  public Ended expire(Tx tx, int limit) {
    List<CheckoutHold> due = store.lockDue(tx, tx.now(), limit);
    return due.isEmpty() ? new Ended(List.of(), Set.of()) : end(tx, due, CheckoutState.EXPIRED);
  }

  /**
   * Locks those of these holds that an order may still take over. Called before anything locks levels.
   *
   * @return by id; what is unknown, ended or expired is absent
   */
  public Map<UUID, CheckoutHold> lockOpen(Tx tx, Set<UUID> holds) {
    Instant now = tx.now();
    return store.lock(tx, holds).stream()
        .filter(hold -> hold.open(now))
        .collect(Collectors.toMap(CheckoutHold::id, hold -> hold));
  }

  /** What these holds have reserved, parts of kits each by itself. */
  public List<Reservation> reserved(Tx tx, Set<UUID> holds) {
    return stock.reservationsOf(tx, holds);
  }

  /**
   * Ends locked holds in favour of orders. The units are given back at the end of this transaction, under the locks
   * under which the orders reserve them: nobody else can come between.
   *
   * @param orders by hold
   */
  public void claim(Tx tx, Map<CheckoutHold, UUID> orders) {
    List<CheckoutHold> claimed =
        orders.entrySet().stream()
            .map(claim -> claim.getKey().ended(CheckoutState.CLAIMED, tx.now(), claim.getValue()))
            .toList();
    stock.releaseLast(
        tx, stock.reservationsOf(tx, claimed.stream().map(CheckoutHold::id).collect(Collectors.toSet())));
    store.update(tx, claimed);
    journal.append(tx, claimed.stream().map(hold -> CheckoutEvents.ended(hold, tx.now())).toList());
  }

  private Ended end(Tx tx, List<CheckoutHold> holds, CheckoutState how) {
    List<CheckoutHold> ended = holds.stream().map(hold -> hold.ended(how, tx.now(), null)).toList();
    store.update(tx, ended);
    journal.append(tx, ended.stream().map(hold -> CheckoutEvents.ended(hold, tx.now())).toList());
    ReleaseOutcome.Released given =
        stock.releaseAll(tx, ended.stream().map(CheckoutHold::id).collect(Collectors.toSet()));
    return new Ended(ended, given.rose().stream().map(StockKey::sku).collect(Collectors.toCollection(TreeSet::new)));
  }

  private Decided<CheckoutHold> ofOpen(Tx tx, UUID id, Function<CheckoutHold, Decided<CheckoutHold>> work) {
    List<CheckoutHold> found = store.lock(tx, Set.of(id));
    if (found.isEmpty()) {
      return Refused.missing();
    }
    CheckoutHold hold = found.getFirst();
    return hold.open(tx.now()) ? work.apply(hold) : Refused.state(sentence(hold));
  }

  /** Why nothing can be done with a hold that is not open. */
  public static String sentence(CheckoutHold hold) {
    return switch (hold.state()) {
      case HELD, EXPIRED -> "The reservation expired at " + hold.expiresAt() + ".";
      case CLAIMED -> "The order " + hold.order() + " took the reservation over.";
      case RELEASED -> "The reservation was released at " + hold.endedAt() + ".";
    };
  }
}
