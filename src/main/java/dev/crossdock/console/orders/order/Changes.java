package dev.crossdock.console.orders.order;

import dev.crossdock.orders.Order;
import dev.crossdock.orders.ResolvedOrder.Line;
import dev.crossdock.orders.ResolvedOrder.Parties;
import dev.crossdock.orders.ResolvedOrder.Terms;
import dev.crossdock.platform.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What differs between before and after, each difference in a few words. */
final class Changes {

  private final List<String> words = new ArrayList<>();

  private Changes() {}

  static List<String> terms(Terms before, Terms after) {
    return new Changes()
        .differ("payment", lower(before.payment()), lower(after.payment()))
        .differ("delivery", lower(before.delivery()), lower(after.delivery()))
        .differ("pending at the channel", before.pending() ? "yes" : "no", after.pending() ? "yes" : "no")
        .differ("ship by", before.shipBy(), after.shipBy())
        .differ("deliver by", before.deliverBy(), after.deliverBy())
        .differ("tags", String.join(", ", before.tags()), String.join(", ", after.tags()))
        .words;
  }

  static List<String> sums(Order before, Order after) {
    String currency = after.identity().currency();
    return new Changes()
        .differ("total", money(before.sums().total(), currency), money(after.sums().total(), currency))
        .differ("paid", money(before.sums().paid(), currency), money(after.sums().paid(), currency))
        .differ("refunded", money(before.sums().refunded(), currency), money(after.sums().refunded(), currency))
        .differ("charges", before.charges().size(), after.charges().size())
        .words;
  }

  static List<String> parties(Parties before, Parties after) {
    return new Changes()
        .differ("country", before.shipCountry(), after.shipCountry())
        .differ("region", before.shipRegion(), after.shipRegion())
        .words;
  }

  static List<String> line(Line before, Line after) {
    return new Changes()
        .differ("ordered", before.ordered(), after.ordered())
        .differ("cancelled at the channel", before.cancelled(), after.cancelled())
        .differ("shipped at the channel", before.shipped(), after.shipped())
        .differ("channel's SKU", before.channelSku(), after.channelSku())
        .differ("title", before.title(), after.title())
        .differ("who ships it", lower(before.fulfilledBy()), lower(after.fulfilledBy()))
        .words;
  }

  private Changes differ(String what, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      words.add(what + " was " + told(before) + ", is " + told(after));
    }
    return this;
  }

  private static String told(@Nullable Object value) {
    return value == null || value.toString().isEmpty() ? "nothing" : value.toString();
  }

  private static @Nullable String money(@Nullable Long minor, String currency) {
    return minor == null ? null : new Money(minor, Currency.getInstance(currency)).toString();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
