package dev.crossdock.routing.network;

import dev.crossdock.inventory.Location;
import dev.crossdock.routing.facts.Destination;
import dev.crossdock.routing.facts.Place;
import dev.crossdock.routing.facts.Tariffs;
import dev.crossdock.routing.network.internal.PostalKeys;
import dev.crossdock.routing.network.internal.PricedCard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What carriage costs by the merchant's rate cards. Immutable, and indexed by the location it leaves from: a quote is a
 * lookup and a few binary searches. Where several cards cover one service, the one with the smallest priority counts,
 * then the first by code. Quotes in several currencies are not exchanged: they come by currency, then by price.
 */
public final class RateCards implements Tariffs {

  private static final Comparator<Quote> CHEAPEST_FIRST =
      Comparator.comparing(Quote::currency)
          .thenComparingLong(Quote::price)
          .thenComparing(Quote::carrier)
          .thenComparing(Quote::service);

  /** Cards in the order of services, then of precedence. */
  private final List<PricedCard> cards;
  private final Map<String, List<List<PricedCard>>> byLocation = new HashMap<>();

  private RateCards(List<PricedCard> cards, Collection<Location> locations) {
    this.cards = cards;
    locations.forEach(location -> byLocation.put(location.code(), services(location)));
  }

  /** Of these cards, for parcels from these locations. */
  public static RateCards of(Collection<Kept<RateCard>> cards, Collection<Location> locations) {
    List<PricedCard> priced = new ArrayList<>(cards.stream().map(PricedCard::new).toList());
    priced.sort(
        Comparator.comparing((PricedCard card) -> card.card().carrier())
            .thenComparing(card -> card.card().service())
            .thenComparingInt(card -> card.card().priority())
            .thenComparing(PricedCard::code));
    return new RateCards(List.copyOf(priced), locations);
  }

  @Override
  public List<Quote> quotes(Place from, Destination to, Load load, Instant leaves) {
    List<List<PricedCard>> services = byLocation.get(from.code());
    if (services == null) {
      services = services(from.location());
    }
    String postalKey = PostalKeys.of(to);
    List<Quote> quotes = new ArrayList<>(services.size());
    for (List<PricedCard> service : services) {
      for (PricedCard card : service) {
        Quote quote = card.answer(from, to, postalKey, load, leaves).quote();
        if (quote != null) {
          quotes.add(quote);
          break;
        }
      }
    }
    quotes.sort(CHEAPEST_FIRST);
    return quotes;
  }

  /** What every card says, and why those that carry nothing here do not; by service, then by precedence. */
  public List<CardAnswer> answers(Place from, Destination to, Load load, Instant leaves) {
    String postalKey = PostalKeys.of(to);
    List<CardAnswer> answers = new ArrayList<>();
    String covered = null;
    for (PricedCard card : cards) {
      String service = card.card().carrier() + "\t" + card.card().service();
      CardAnswer answer =
          card.from(from.location()) ? card.answer(from, to, postalKey, load, leaves) : card.not(WhyNot.FROM);
      if (answer.quote() != null && service.equals(covered)) {
        answer = card.not(WhyNot.ANOTHER_CARD);
      } else if (answer.quote() != null) {
        covered = service;
      }
      answers.add(answer);
    }
    return answers;
  }

  private List<List<PricedCard>> services(Location location) {
    Map<String, List<PricedCard>> services = new TreeMap<>();
    for (PricedCard card : cards) {
      if (card.from(location)) {
        services.computeIfAbsent(card.card().carrier() + "\t" + card.card().service(), first -> new ArrayList<>())
            .add(card);
      }
    }
    return List.copyOf(services.values());
  }
}
