package dev.crossdock.inventory.promising.internal;

import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.inventory.StockAt;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockView;
import dev.crossdock.inventory.groups.Allocation;
import dev.crossdock.inventory.promising.Atp.Kind;
import dev.crossdock.inventory.promising.Atp.Term;
import dev.crossdock.inventory.promising.Atp;
import dev.crossdock.inventory.promising.AtpContext;
import dev.crossdock.inventory.promising.Kits;
import dev.crossdock.inventory.promising.SafetyStock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds up what may be promised, term by term, from facts that were read before. Pure. */
public final class AtpSum {

  private final AtpContext context;
  private final StockView view;
  private final Map<String, List<SafetyStock>> safety;
  private final Map<StockKey, List<Allocation>> apart;

  public AtpSum(AtpContext context, StockView view, List<SafetyStock> safety, List<Allocation> apart) {
    this.context = context;
    this.view = view;
    // Once by SKU, so that hundreds of SKUs don't look through each other's settings.
    this.safety =
        safety.stream()
            .collect(
                Collectors.groupingBy(
                    setting -> setting.sku() == null || setting.isRule() ? "" : setting.sku()));
    this.apart = apart.stream().collect(Collectors.groupingBy(a -> new StockKey(a.sku(), a.location())));
  }

  /** The sum for a SKU made of these parts. */
  public Atp of(String sku, List<Kits.Part> parts) {
    boolean plain = parts.size() == 1 && parts.getFirst().equals(new Kits.Part(sku, 1));
    return new Atp(sku, withNetwork(sku, plain ? levels(sku) : kits(sku, parts)));
  }

  /** Units that shall be kept back and do not lie there: what arrives fills them first. */
  public long unfilled(String sku) {
    long asked = 0;
    for (StockAt level : view.of(sku)) {
      asked += serves(context, level.location()) ? kept(setting(sku, level.location().code())) : 0;
    }
    asked += kept(setting(sku, null));
    long taken =
        of(sku, List.of(new Kits.Part(sku, 1))).terms().stream()
            .filter(term -> term.kind() == Kind.SAFETY_STOCK)
            .mapToLong(Term::units)
            .sum();
    return asked + taken;
  }

  private List<Term> levels(String sku) {
    List<Term> terms = new ArrayList<>();
    for (StockAt level : view.of(sku)) {
      String code = level.location().code();
      if (serves(context, level.location())) {
        add(terms, Kind.ON_HAND, code, level.onHand(), null);
        List<Allocation> kept = apart.getOrDefault(new StockKey(sku, code), List.of());
        List<Allocation> others = kept.stream().filter(a -> !ours(a)).toList();
        long apartUnits = kept.stream().mapToLong(Allocation::left).sum();
        long othersUnits = others.stream().mapToLong(Allocation::left).sum();
        String whose = others.stream().map(a -> a.group().code()).collect(Collectors.joining(", "));
        add(terms, Kind.RESERVED, code, apartUnits - level.reserved(), null);
        add(terms, Kind.UNAVAILABLE, code, -level.unavailable(), null);
        add(terms, Kind.RING_FENCED, code, -othersUnits, "kept apart for " + whose);
        long left = level.onHand() - level.reserved() + apartUnits - level.unavailable() - othersUnits;
        keepBack(terms, sku, code, left);
      }
    }
    return terms;
  }

  private List<Term> kits(String sku, List<Kits.Part> parts) {
    Map<String, Atp> found = new HashMap<>();
    parts.forEach(part -> found.put(part.sku(), of(part.sku(), List.of(new Kits.Part(part.sku(), 1)))));
    Set<String> places = new TreeSet<>();
    parts.forEach(part ->
        view.of(part.sku()).stream().map(level -> level.location().code()).forEach(places::add));
    List<Term> terms = new ArrayList<>();
    for (String place : places) {
      Kits.Part scarce = scarcest(parts, part -> whole(found, part).sumAt(place));
      long kits = sets(whole(found, scarce).sumAt(place), scarce);
      add(terms, Kind.KITS, place, kits, "as far as " + scarce.sku() + " goes");
      keepBack(terms, sku, place, kits);
    }
    Kits.Part scarce = scarcest(parts, part -> whole(found, part).sum());
    long most = sets(whole(found, scarce).sum(), scarce);
    long sum = terms.stream().mapToLong(Term::units).sum();
    add(terms, Kind.KIT_PART, null, Math.min(0, most - sum), "as far as " + scarce.sku() + " goes");
    return terms;
  }

  private List<Term> withNetwork(String sku, List<Term> terms) {
    keepBack(terms, sku, null, terms.stream().mapToLong(Term::units).sum());
    return terms;
  }

  /** Takes off what is kept back, as far as there is anything to keep back. */
  private void keepBack(List<Term> terms, String sku, @Nullable String location, long left) {
    setting(sku, location)
        .ifPresent(
            setting -> {
              long units = Math.min(kept(Optional.of(setting)), Math.max(0, left));
              add(terms, Kind.SAFETY_STOCK, location, -units, setting.words());
            });
  }

  private Optional<SafetyStock> setting(String sku, @Nullable String location) {
    return List.of(sku, "").stream()
        .flatMap(key -> safety.getOrDefault(key, List.of()).stream())
        .filter(setting -> Objects.equals(setting.location(), location) && setting.fits(sku, context))
        .max(Comparator.comparingInt(SafetyStock::weight));
  }

  private boolean ours(Allocation allocation) {
    return allocation.group().holds(context.channel(), context.account());
  }

  private static long kept(Optional<SafetyStock> setting) {
    return setting.map(SafetyStock::units).orElse(0L);
  }

  /** Whether a location serves who asks. */
  public static boolean serves(AtpContext context, Location location) {
    boolean kind =
        switch (context.delivery()) {
          case SHIP -> location.kind() != LocationKind.MARKETPLACE;
          case PICKUP -> location.kind() == LocationKind.STORE;
        };
    Set<String> wanted = context.locations();
    return location.active() && kind && (wanted.isEmpty() || wanted.contains(location.code()));
  }

  private static Atp whole(Map<String, Atp> found, Kits.Part part) {
    return found.getOrDefault(part.sku(), new Atp(part.sku(), List.of()));
  }

  private static Kits.Part scarcest(List<Kits.Part> parts, ToLongFunction<Kits.Part> units) {
    return parts.stream()
        .min(
            Comparator.comparingLong((Kits.Part part) -> sets(units.applyAsLong(part), part))
                .thenComparing(Kits.Part::sku))
        .orElseThrow();
  }

  private static long sets(long units, Kits.Part part) {
    return Math.max(0, units) / part.units();
  }

  private static void add(List<Term> terms, Kind kind, @Nullable String location, long units, @Nullable String why) {
    if (units != 0) {
      terms.add(new Term(kind, location, units, why));
    }
  }
}
