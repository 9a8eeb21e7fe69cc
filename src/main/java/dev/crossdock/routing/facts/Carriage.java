package dev.crossdock.routing.facts;

import dev.crossdock.routing.facts.Tariffs.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a parcel would travel, the same for every criterion that asks: with the cheapest service that keeps the promised
 * date; where none keeps it, with the fastest. A price in another currency than the order's is not known, and such a
 * service is taken only where there is no other.
 *
 * @param leaves by the place's calendar, at once where it has none; null where it never works
 * @param quote the service; null where no rate card covers the parcel, or it never leaves
 * @param currency of the order
 */
public record Carriage(Place from, @Nullable Instant leaves, @Nullable Quote quote, String currency) {

  private static final double MILLIS_A_DAY = (double) Duration.ofDays(1).toMillis();

  /** By the service that a merchant would take. */
  public static Carriage of(Parcel parcel, Facts facts) {
    return of(parcel, facts, facts.order().deliverBy());
  }

  /** By the fastest service, whatever it costs. */
  public static Carriage fastest(Parcel parcel, Facts facts) {
    return of(parcel, facts, Instant.MIN);
  }

  private static Carriage of(Parcel parcel, Facts facts, @Nullable Instant by) {
    Instant leaves = leaves(parcel.place(), facts.now());
    List<Quote> quotes =
        leaves == null
            ? List.of()
            : facts.tariffs().quotes(parcel.place(), facts.order().destination(), parcel.load(), leaves);
    String currency = facts.order().currency();
    Quote best = null;
    for (Quote quote : quotes) {
      if (best == null || better(quote, best, currency, by)) {
        best = quote;
      }
    }
    return new Carriage(parcel.place(), leaves, best, currency);
  }

  /** When something that is ordered now leaves; null when the place never works. */
  public static @Nullable Instant leaves(Place place, Instant now) {
    WorkingCalendar calendar = place.profile().calendar();
    return calendar == null ? now : calendar.leaves(now).orElse(null);
  }

  /** Days from one instant to another, 0 when that lies before. */
  public static double days(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toMillis() / MILLIS_A_DAY);
  }

  public @Nullable Instant arrives() {
    return quote == null ? null : quote.arrives();
  }

  /** The postage in minor units of the order's currency; null where it is not known. */
  public @Nullable Long price() {
    return quote == null || !quote.currency().equals(currency) ? null : (Long) quote.price();
  }

  /** The carrier and its service: {@code Post Express}. */
  public String service() {
    return quote == null ? "no service" : quote.carrier() + " " + quote.service();
  }

  /** Why the postage is not known, as a clause that follows the place's name. */
  public String withoutPrice() {
    if (leaves == null) {
      return "has a calendar without a working day";
    }
    return quote == null
        ? "has no rate card for this parcel"
        : "has its postage in " + quote.currency() + ", and the order is in " + currency;
  }

  /** Why the arrival is not known, as a clause that follows the place's name. */
  public String withoutArrival() {
    return quote == null || leaves == null ? withoutPrice() : "has no transit time on the rate card of " + service();
  }

  private static boolean better(Quote quote, Quote best, String currency, @Nullable Instant by) {
    boolean keeps = keeps(quote, by);
    if (keeps != keeps(best, by)) {
      return keeps;
    }
    boolean own = quote.currency().equals(currency);
    boolean bestOwn = best.currency().equals(currency);
    int sooner = sooner(quote, best);
    if (!keeps && sooner != 0) {
      return sooner < 0;
    }
    if (own != bestOwn) {
      return own;
    }
    int cheaper = own ? Long.compare(quote.price(), best.price()) : 0;
    return cheaper < 0 || (cheaper == 0 && sooner < 0);
  }

  private static boolean keeps(Quote quote, @Nullable Instant by) {
    return by == null || (quote.arrives() != null && !quote.arrives().isAfter(by));
  }

  /** Below 0 when the one is there before the other; what is not known comes last. */
  private static int sooner(Quote one, Quote other) {
    Instant a = one.arrives() == null ? Instant.MAX : one.arrives();
    Instant b = other.arrives() == null ? Instant.MAX : other.arrives();
    return a.compareTo(b);
  }
}
