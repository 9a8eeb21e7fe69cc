package dev.crossdock.inventory.backorders;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.backorders.internal.BackorderRules;
import dev.crossdock.inventory.backorders.internal.BackorderStore;
import dev.crossdock.inventory.backorders.internal.BackorderStore.Difference;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.documents.Decided.Accepted;
import dev.crossdock.inventory.documents.Decided.Refused;
import dev.crossdock.inventory.documents.Incoming;
import dev.crossdock.inventory.documents.IncomingUnits;
import dev.crossdock.inventory.promising.Kits;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What may be sold before it is there. Orders use it under one guarded write with a constraint behind it, so it is
 * never exceeded; what they cancel comes back to it, and what they got stock for stays used. Days are those of UTC.
 */
public final class Backorders {

  private final Locations locations;
  private final Kits kits;
  private final Journal journal;
  private final Ids ids;
  private final BackorderStore store = new BackorderStore();
  private final Incoming incoming = new Incoming();

  public Backorders(Locations locations, Kits kits, Journal journal, Ids ids) {
    this.locations = locations;
    this.kits = kits;
    this.journal = journal;
    this.ids = ids;
  }

  /** How a line's use was, and how it is. */
  public record Used(AuthorisationUse before, AuthorisationUse now) {}

  /** Allows so many units to be sold ahead. */
  public Decided<Authorisation> authorise(Tx tx, AuthorisationInput input) {
    Set<String> skus = input.sku().indexOf('\0') < 0 ? Set.of(input.sku()) : Set.of();
    List<ItemError> errors = BackorderRules.judge(input, kits.parts(tx, skus), today(tx));
    if (!errors.isEmpty()) {
      return new Refused<>(errors);
    }
    boolean preorder = input.kind() == AuthorisationKind.PREORDER;
    LocalDate promised =
        preorder && input.promisedOn() == null ? input.releaseOn() : input.promisedOn();
    Authorisation fresh =
        new Authorisation(
            ids.next(), input.sku(), input.channel(), input.account(), input.kind(), Math.toIntExact(input.units()), 0,
            0, promised, input.releaseOn(), input.endsOn(), 1, tx.now(), null);
    store.insert(tx, fresh);
    journal.append(tx, List.of(BackorderRules.told(fresh, null, "authorised", null, tx.now())));
    return new Accepted<>(fresh);
  }

  /** Changes how many, or when. */
  public Decided<Authorisation> change(Tx tx, UUID id, AuthorisationChange change) {
    Optional<Authorisation> found = store.lock(tx, id);
    if (found.isEmpty()) {
      return Refused.missing();
    }
    Authorisation was = found.get();
    long units = change.units() == null ? was.authorised() : change.units();
    Authorisation next =
        was.with(
            Math.clamp(units, 0, Integer.MAX_VALUE),
            later(change.promisedOn(), was.promisedOn()),
            later(change.releaseOn(), was.releaseOn()),
            later(change.endsOn(), was.endsOn()));
    List<ItemError> errors = BackorderRules.judge(was, units, next, today(tx));
    if (!errors.isEmpty()) {
      return new Refused<>(errors);
    }
    store.update(tx, next);
    journal.append(tx, List.of(BackorderRules.told(next, was, "changed", null, tx.now())));
    return new Accepted<>(next);
  }

  /** Nothing more is sold under it; who bought under it keeps waiting for what was promised. */
  public Decided<Authorisation> close(Tx tx, UUID id) {
    Optional<Authorisation> found = store.lock(tx, id);
    if (found.isEmpty()) {
      return Refused.missing();
    }
    return found.get().closedAt() == null
        ? new Accepted<>(close(tx, found.get(), "by command"))
        : Refused.state("It is closed already.");
  }

  /** Closes those whose days are over; how many. */
  public int expire(Tx tx, int limit) {
    List<Authorisation> over = store.over(tx, today(tx), limit);
    over.forEach(a -> close(tx, a, "its days are over"));
    return over.size();
  }

  /** Ids of pre-orders that were released lately: what they held back may leave. */
  public Set<UUID> released(Tx tx) {
    return store.released(tx, today(tx)).stream().map(Authorisation::id).collect(Collectors.toSet());
  }

  public List<Authorisation> list(Tx tx, @Nullable String sku, @Nullable UUID after, int limit) {
    return store.list(tx, sku, after, limit);
  }

  public Optional<Authorisation> find(Tx tx, UUID id) {
    return store.find(tx, List.of(id)).stream().findFirst();
  }

  /** As they stand now; what is unknown is absent. */
  public List<Authorisation> find(Tx tx, Collection<UUID> wanted) {
    return wanted.isEmpty() ? List.of() : store.find(tx, wanted);
  }

  /**
   * What may be sold ahead of these SKUs now, without a lock: one statement, and a second where something
   * follows the incoming units.
   */
  public SellingAhead of(Tx tx, Set<String> skus) {
    List<Authorisation> found = authorisations(tx, skus);
    if (found.isEmpty()) {
      return SellingAhead.none(today(tx));
    }
    return new SellingAhead(found, SellingAhead.followsIncoming(found) ? incoming(tx, found) : List.of(), today(tx));
  }

  /** Units of these SKUs that are sold ahead and waited for. */
  public Map<String, Long> waitedFor(Tx tx, Set<String> skus) {
    return authorisations(tx, skus).stream()
        .collect(Collectors.groupingBy(Authorisation::sku, Collectors.summingLong(Authorisation::open)));
  }

  /**
   * Writes what lines use now; false when something is not left any more: the caller's transaction must not be kept.
   * The rows of the SKUs' authorisations stay locked until it ends.
   */
  public boolean use(Tx tx, List<Used> uses) {
    if (uses.isEmpty()) {
      return true;
    }
    Map<UUID, Difference> differences = new HashMap<>();
    for (Used use : uses) {
      UUID id = use.now().authorisation();
      int units = use.now().units() - use.before().units();
      int filled = use.now().filled() - use.before().filled();
      differences.merge(
          id, new Difference(id, units, filled),
          (a, b) -> new Difference(id, a.units() + b.units(), a.filled() + b.filled()));
    }
    if (!store.use(tx, List.copyOf(differences.values()))) {
      return false;
    }
    store.write(tx, uses.stream().map(Used::now).toList());
    return true;
  }

  /** Asked anew each time: another process may have authorised the first units a moment ago. */
  private List<Authorisation> authorisations(Tx tx, Set<String> skus) {
    return skus.isEmpty() ? List.of() : store.of(tx, skus, today(tx));
  }

  private List<IncomingUnits> incoming(Tx tx, List<Authorisation> found) {
    Set<String> serving =
        locations.list(tx).stream()
            .filter(place -> place.active() && place.kind() != LocationKind.MARKETPLACE)
            .map(Location::code)
            .collect(Collectors.toSet());
    Set<String> skus = found.stream().map(Authorisation::sku).collect(Collectors.toSet());
    List<IncomingUnits> coming = new ArrayList<>();
    for (IncomingUnits row : incoming.of(tx, skus)) {
      if (serving.contains(row.key().location())) {
        coming.add(row);
      }
    }
    return coming;
  }

  private Authorisation close(Tx tx, Authorisation was, String reason) {
    Authorisation closed = was.closed(tx.now());
    store.update(tx, closed);
    journal.append(tx, List.of(BackorderRules.told(closed, null, "closed", reason, tx.now())));
    return closed;
  }

  private static @Nullable LocalDate later(@Nullable LocalDate asked, @Nullable LocalDate was) {
    return asked == null ? was : asked;
  }

  /** The day it is. */
  public static LocalDate today(Tx tx) {
    return LocalDate.ofInstant(Objects.requireNonNull(tx.now()), ZoneOffset.UTC);
  }
}
