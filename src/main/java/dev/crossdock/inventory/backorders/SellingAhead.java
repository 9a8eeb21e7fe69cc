package dev.crossdock.inventory.backorders;

import dev.crossdock.inventory.documents.IncomingUnits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What may be sold ahead, going down as orders take from it. What follows the incoming units is never more than those
 * that have a date and that nobody waits for yet; the earliest are taken first. Pure.
 */
public final class SellingAhead {

  /** The most specific first, among these what comes soonest. */
  private static final Comparator<Authorisation> FIRST =
      Comparator.comparing((Authorisation a) -> a.account() == null)
          .thenComparing(a -> a.channel() == null)
          .thenComparing(Authorisation::promisedOn, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Authorisation::id);

  private final LocalDate today;
  private final Map<String, List<Authorisation>> bySku;
  private final Map<UUID, Integer> left = new HashMap<>();
  private final Map<String, List<Arrival>> arrivals = new HashMap<>();

  private static final class Arrival {
    private final LocalDate on;
    private int units;

    private Arrival(LocalDate on, int units) {
      this.on = on;
      this.units = units;
    }
  }

  /**
   * From facts as they stand.
   *
   * @param incoming what is on its way of these SKUs where orders ship from
   */
  public SellingAhead(List<Authorisation> authorisations, List<IncomingUnits> incoming, LocalDate today) {
    this.today = today;
    this.bySku =
        authorisations.stream().sorted(FIRST).collect(Collectors.groupingBy(Authorisation::sku));
    authorisations.forEach(a -> left.put(a.id(), a.left(today)));
    incoming.stream()
        .filter(row -> row.expectedOn() != null)
        .map(row -> Map.entry(row.key().sku(), new Arrival(later(row.expectedOn()), row.units())))
        .sorted(Comparator.comparing(entry -> entry.getValue().on))
        .forEach(e -> arrivals.computeIfAbsent(e.getKey(), sku -> new ArrayList<>()).add(e.getValue()));
    authorisations.forEach(a -> arrived(a.sku(), a.open()));
  }

  /** Nothing may be sold ahead. */
  public static SellingAhead none(LocalDate today) {
    return new SellingAhead(List.of(), List.of(), today);
  }

  /** Whether any of these follows what is incoming. */
  public static boolean followsIncoming(List<Authorisation> authorisations) {
    return authorisations.stream().anyMatch(a -> a.promisedOn() == null);
  }

  /** Units that buyers from here may still be promised ahead. */
  public long left(String sku, @Nullable String channel, @Nullable String account) {
    long given = 0;
    long following = 0;
    for (Authorisation a : of(sku, channel, account)) {
      if (a.promisedOn() == null) {
        following += left(a);
      } else {
        given += left(a);
      }
    }
    return given + Math.min(following, coming(sku));
  }

  /** Units left by authorisation, together never more than {@link #left}. */
  public List<Ahead> offered(String sku, @Nullable String channel, @Nullable String account) {
    return new SellingAhead(this).take(sku, channel, account, Integer.MAX_VALUE);
  }

  /** Takes up to so many units for an order from here. */
  public List<Ahead> take(String sku, @Nullable String channel, @Nullable String account, int units) {
    List<Ahead> taken = new ArrayList<>();
    int open = units;
    for (Authorisation a : of(sku, channel, account)) {
      int most = Math.min(open, left(a));
      if (a.promisedOn() == null) {
        for (Arrival arrival : arrivals.getOrDefault(sku, List.of())) {
          int part = Math.min(most, arrival.units);
          arrival.units -= part;
          most -= part;
          open -= take(taken, a, part, arrival.on);
        }
      } else {
        open -= take(taken, a, most, a.promisedOn());
      }
    }
    return taken;
  }

  /** The pre-order that keeps what is sold from here from leaving; the latest, when there are several. */
  public Optional<Authorisation> unreleased(String sku, @Nullable String channel, @Nullable String account) {
    return bySku.getOrDefault(sku, List.of()).stream()
        .filter(a -> a.unreleased(today) && a.fits(channel, account))
        .max(Comparator.comparing(Authorisation::releaseOn, Comparator.nullsFirst(Comparator.naturalOrder())));
  }

  private SellingAhead(SellingAhead other) {
    this.today = other.today;
    this.bySku = other.bySku;
    this.left.putAll(other.left);
    other.arrivals.forEach(
        (sku, list) -> arrivals.put(sku, list.stream().map(a -> new Arrival(a.on, a.units)).toList()));
  }

  private int take(List<Ahead> taken, Authorisation a, int units, LocalDate on) {
    if (units > 0) {
      left.merge(a.id(), -units, Integer::sum);
      taken.add(new Ahead(a.id(), a.kind(), units, on));
    }
    return units;
  }

  private List<Authorisation> of(String sku, @Nullable String channel, @Nullable String account) {
    return bySku.getOrDefault(sku, List.of()).stream().filter(a -> a.fits(channel, account)).toList();
  }

  private int left(Authorisation a) {
    return Math.max(0, left.getOrDefault(a.id(), 0));
  }

  private long coming(String sku) {
    return arrivals.getOrDefault(sku, List.of()).stream().mapToLong(arrival -> arrival.units).sum();
  }

  /** Those who wait already get what comes first. */
  private void arrived(String sku, int units) {
    int open = units;
    for (Arrival arrival : arrivals.getOrDefault(sku, List.of())) {
      int part = Math.min(open, arrival.units);
      arrival.units -= part;
      open -= part;
    }
  }

  /** What is overdue is expected today at the soonest. */
  private LocalDate later(@Nullable LocalDate day) {
    return day == null || day.isBefore(today) ? today : day;
  }
}
