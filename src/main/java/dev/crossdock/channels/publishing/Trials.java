package dev.crossdock.channels.publishing;

import dev.crossdock.catalog.Catalog;
import dev.crossdock.catalog.Listing;
import dev.crossdock.platform.db.Tx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Trials of what is listed, from what was measured. */
public final class Trials {

  private static final double SLOWEST_PER_HOUR = 0.01;
  private static final double PART_LEAST = 0.01;

  private final Catalog catalog;
  private final Publishable stock;
  private final Delays delays;
  private final Paces paces;

  public Trials(Catalog catalog, Publishable stock, Delays delays) {
    this.catalog = catalog;
    this.stock = stock;
    this.delays = delays;
    this.paces = new Paces(catalog);
  }

  /**
   * What is asked.
   *
   * @param units at the start; null for what may be promised now
   * @param perHour at all channels together; null for the pace as measured
   */
  public record Question(
      String sku, @Nullable Integer units, @Nullable Integer perHour, int oversellOneIn, int fixedBuffer) {}

  /** What would be assumed; nothing when the SKU is listed nowhere. */
  public Optional<Trial.Assumptions> assumptions(Tx tx, Question question) {
    Set<Publishable.Ask> asks = new HashSet<>();
    for (Listing listing : catalog.listingsOf(tx, question.sku())) {
      asks.add(
          new Publishable.Ask(
              listing.channelSku().channel(), listing.channelSku().account(), question.sku(), Set.of()));
    }
    if (asks.isEmpty()) {
      return Optional.empty();
    }
    Map<Publishable.Ask, Long> units = stock.units(tx, asks);
    Paces.Selling selling = paces.of(tx, Set.of(question.sku())).getOrDefault(question.sku(), Paces.Selling.NOT);
    Integer told = question.perHour();
    double perHour = told == null ? Math.max(SLOWEST_PER_HOUR, selling.perSecond() * 3_600) : told;
    List<Trial.Seller> sellers = new ArrayList<>();
    for (Publishable.Ask ask : asks) {
      double part =
          selling.perSecond() == 0
              ? 1.0 / asks.size()
              : selling.of(ask.channel(), ask.account()) / selling.perSecond();
      sellers.add(
          new Trial.Seller(
              ask.channel(), ask.account(), perHour * Math.max(part, PART_LEAST),
              delays.of(tx, ask.channel(), ask.account())));
    }
    sellers.sort(
        Comparator.comparing(Trial.Seller::channel).thenComparing(Trial.Seller::account));
    long now = units.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return Optional.of(
        new Trial.Assumptions(
            question.units() == null ? now : question.units(), perHour, sellers, question.oversellOneIn(),
            question.fixedBuffer()));
  }
}
