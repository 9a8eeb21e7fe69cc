package dev.crossdock.inventory.groups;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.Lacking;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.NotReserved;
import dev.crossdock.inventory.Reservation;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockAt;
import dev.crossdock.inventory.documents.Decided.Accepted;
import dev.crossdock.inventory.documents.Decided.Refused;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.groups.internal.AllocationRules;
import dev.crossdock.inventory.groups.internal.AllocationStore;
import dev.crossdock.inventory.internal.DrawStore;
import dev.crossdock.inventory.promising.Kits;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Units kept apart for groups. They are promised to their allocation like to an order, so nobody else can take them;
 * an order of the group draws them under the same locks, and what it gives back returns to the allocation by itself.
 */
public final class AllocationGroups {

  private final Stock stock;
  private final Locations locations;
  private final Kits kits;
  private final Journal journal;
  private final Ids ids;
  private final AllocationStore store = new AllocationStore();
  private final DrawStore draws = new DrawStore();

  public AllocationGroups(Stock stock, Locations locations, Kits kits, Journal journal, Ids ids) {
    this.stock = stock;
    this.locations = locations;
    this.kits = kits;
    this.journal = journal;
    this.ids = ids;
  }

  /** What a move changed, and the SKUs with more to promise to everybody than before. */
  public record Moved(List<Allocation> allocations, Set<String> rose) {}

  public List<AllocationGroup> groups(Tx tx) {
    return store.groups(tx);
  }

  /** Stores a group, new or changed. */
  public Decided<AllocationGroup> put(Tx tx, AllocationGroup group) {
    List<ItemError> errors = AllocationRules.judge(group);
    if (!errors.isEmpty()) {
      return new Refused<>(errors);
    }
    store.put(tx, group).forEach(version ->
        journal.append(tx, List.of(AllocationRules.told(group, version, tx.now()))));
    return new Accepted<>(group);
  }

  /** Keeps units apart, gives them back, or passes them on: all of them or none. */
  public Decided<Moved> move(Tx tx, AllocationMove move) {
    Set<String> skus = move.sku().indexOf('\0') < 0 ? Set.of(move.sku()) : Set.of();
    List<AllocationGroup> groups = store.groups(tx);
    List<Location> places = locations.list(tx);
    List<ItemError> errors =
        AllocationRules.judge(
            move,
            kits.parts(tx, skus),
            groups.stream().map(AllocationGroup::code).collect(Collectors.toSet()),
            places);
    if (!errors.isEmpty()) {
      return new Refused<>(errors);
    }
    List<StockAt> levels = stock.lockAvailable(tx, skus).of(move.sku());
    List<Allocation> known = store.of(tx, skus);
    Map<String, Integer> has =
        move.from() == null
            ? levels.stream().collect(Collectors.toMap(level -> level.location().code(), StockAt::available))
            : known.stream()
                .filter(allocation -> allocation.group().code().equals(move.from()))
                .collect(Collectors.toMap(Allocation::location, Allocation::left));
    List<Location> giving =
        places.stream().filter(place -> serves(move, place) && has.getOrDefault(place.code(), 0) > 0).toList();
    long all = giving.stream().mapToLong(place -> has.getOrDefault(place.code(), 0)).sum();
    long wanted = move.units() != null ? move.units() : all * Optional.ofNullable(move.perCent()).orElse(0) / 100;
    if (wanted < 1 || wanted > all) {
      return Refused.of(move.units() == null ? "perCent" : "units", "short", "Only " + all + " units are there.");
    }
    return new Accepted<>(write(tx, move, taken(giving, has, wanted), new Moving(move, groups, known)));
  }

  /** A page of what is kept apart, by group or SKU. */
  public List<Allocation> list(
      Tx tx, @Nullable String group, @Nullable String sku, @Nullable UUID after, int limit) {
    return store.list(tx, group, sku, after, limit);
  }

  /**
   * What is kept apart of these SKUs, for whomever. Asked anew each time: another process may have kept the first units
   * apart a moment ago, and what is kept apart must not be promised to others.
   */
  public List<Allocation> of(Tx tx, Set<String> skus) {
    return skus.isEmpty() ? List.of() : store.of(tx, skus);
  }

  /**
   * Hands units over to documents that reserve them in this transaction. When another transaction was faster, this one
   * is repeated by the door.
   */
  public void draw(Tx tx, List<Draw> drawn) {
    if (drawn.isEmpty()) {
      return;
    }
    List<DrawStore.Row> rows = drawn.stream().map(d -> new DrawStore.Row(d.allocation(), d.taken())).toList();
    stock.releaseLast(tx, drawn.stream().map(AllocationGroups::given).toList());
    // As late as the units change hands, after whatever the same lines give back before.
    tx.beforeCommit(() -> tx.beforeCommit(() -> draws.add(tx, rows)));
  }

  private static Reservation given(Draw draw) {
    Reservation taken = draw.taken();
    return new Reservation(draw.allocation(), 1, taken.sku(), taken.location(), taken.units());
  }

  private Moved write(Tx tx, AllocationMove move, Map<String, Integer> taken, Moving moving) {
    List<Allocation> changed = new ArrayList<>();
    List<Reservation> released = new ArrayList<>();
    List<Reservation> reserved = new ArrayList<>();
    taken.forEach(
        (place, units) -> {
          moving.of(move.from(), place, ids).ifPresent(from -> {
            changed.add(from.plus(-units));
            released.add(new Reservation(from.id(), 1, move.sku(), place, units));
          });
          moving.of(move.to(), place, ids).ifPresent(to -> {
            changed.add(to.plus(units));
            reserved.add(new Reservation(to.id(), 1, move.sku(), place, units));
          });
        });
    if (stock.release(tx, released) instanceof NotReserved || stock.reserve(tx, reserved) instanceof Lacking) {
      throw new IllegalStateException("locked levels did not have what was seen there");
    }
    store.write(tx, changed);
    journal.append(tx, changed.stream().map(now -> AllocationRules.told(now, move, tx.now())).toList());
    return new Moved(changed, move.to() == null ? Set.of(move.sku()) : Set.of());
  }

  private static Map<String, Integer> taken(List<Location> giving, Map<String, Integer> has, long wanted) {
    Map<String, Integer> taken = new LinkedHashMap<>();
    long open = wanted;
    for (Location place :
        giving.stream().sorted(Comparator.comparingInt(Location::priority).thenComparing(Location::code)).toList()) {
      int units = (int) Math.min(open, has.getOrDefault(place.code(), 0));
      if (units > 0) {
        taken.put(place.code(), units);
        open -= units;
      }
    }
    return taken;
  }

  /** What is given back may lie anywhere; what is kept apart lies where orders can be shipped from. */
  private static boolean serves(AllocationMove move, Location place) {
    boolean named = move.locations().isEmpty() || move.locations().contains(place.code());
    return named && (move.to() == null || (place.active() && place.kind() != LocationKind.MARKETPLACE));
  }

  /** The allocations a move touches. */
  private record Moving(AllocationMove move, List<AllocationGroup> groups, List<Allocation> known) {

    Optional<Allocation> of(@Nullable String code, String place, Ids ids) {
      return groups.stream()
          .filter(group -> group.code().equals(code))
          .findFirst()
          .map(
              group ->
                  known.stream()
                      .filter(a -> a.group().equals(group) && a.location().equals(place))
                      .findFirst()
                      .orElseGet(() -> new Allocation(ids.next(), group, move.sku(), place, 0, 0, 0)));
    }
  }
}
