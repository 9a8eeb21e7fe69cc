package dev.crossdock.console.orders.order;

import dev.crossdock.console.kit.Amount;
import dev.crossdock.console.kit.Watch;
import dev.crossdock.console.orders.order.OrderView.Address;
import dev.crossdock.console.orders.order.OrderView.Fact;
import dev.crossdock.console.orders.order.OrderView.Money;
import dev.crossdock.console.orders.order.OrderView.Rail;
import dev.crossdock.customers.Contact;
import dev.crossdock.customers.PostalAddress;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderDetails;
import dev.crossdock.orders.ResolvedOrder;
import dev.crossdock.orders.ResolvedOrder.Charge;
import dev.crossdock.orders.ResolvedOrder.Tax;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the rail at the side: buyer, addresses, money, and what the channel calls the order. */
final class RailMaker {

  private final OrderReading reading;
  private final Order order;
  private final String channel;

  RailMaker(OrderReading reading, String channel) {
    this.reading = reading;
    this.order = reading.order();
    this.channel = channel;
  }

  Rail rail(Watch watch) {
    Contact contact = reading.contact(order.parties().contact());
    return new Rail(
        contact == null ? List.of() : present(contact.name(), contact.company()),
        contact == null ? List.of() : present(contact.email(), contact.phone()),
        addresses(),
        note(),
        money(),
        moneyNotes(),
        channelFacts(watch));
  }

  private List<Address> addresses() {
    List<Address> addresses = new ArrayList<>();
    PostalAddress shipTo = reading.address(order.parties().shipTo());
    PostalAddress billTo = reading.address(order.parties().billTo());
    if (shipTo != null) {
      addresses.add(new Address("Ship to", lines(shipTo)));
    }
    if (billTo != null && (shipTo == null || !lines(billTo).equals(lines(shipTo)))) {
      addresses.add(new Address("Bill to", lines(billTo)));
    }
    return addresses;
  }

  /** What the buyer wrote, or that it is gone. */
  private List<String> note() {
    if (order.parties().note() == null) {
      return List.of();
    }
    String text = reading.note(order.parties().note());
    return text == null ? List.of("Erased, its time was over.") : text.lines().toList();
  }

  private static List<String> lines(PostalAddress address) {
    String town = String.join(" ", present(address.postalCode(), address.city()));
    return present(
        address.name(), address.company(), address.line1(), address.line2(), address.line3(), town, address.region(),
        country(address.country()), address.phone());
  }

  private static @Nullable String country(@Nullable String code) {
    if (code == null || code.length() != 2) {
      return code;
    }
    return Locale.of("", code.toUpperCase(Locale.ROOT)).getDisplayCountry(Locale.ENGLISH);
  }

  private List<Money> money() {
    List<Money> money = new ArrayList<>();
    long goods = order.lines().stream().mapToLong(line -> orZero(line.told().subtotal())).sum();
    long discounts = order.lines().stream().mapToLong(line -> line.told().discount()).sum()
        + order.charges().stream().mapToLong(Charge::discount).sum();
    if (order.lines().stream().anyMatch(line -> line.told().subtotal() != null)) {
      money.add(part("Goods", goods));
    }
    if (discounts != 0) {
      money.add(part("Discounts", -discounts));
    }
    for (Charge charge : order.charges()) {
      String kind = charge.kind().toLowerCase(Locale.ROOT).replace('_', ' ');
      String words = kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
      money.add(part(charge.code().isBlank() ? words : words + ": " + charge.code(), charge.amount()));
    }
    taxes().forEach((words, minor) -> money.add(part(words, minor)));
    total(money, "Total", order.sums().total());
    total(money, "Paid", order.sums().paid());
    if (order.sums().giftCards() != 0) {
      money.add(part("of it by gift card", order.sums().giftCards()));
    }
    if (order.sums().refunded() != null && order.sums().refunded() != 0) {
      money.add(part("Refunded", -order.sums().refunded()));
    }
    return money;
  }

  /** Each tax once, over all lines and charges, with its rate and who remits it. */
  private Map<String, Long> taxes() {
    Map<String, Long> sums = new LinkedHashMap<>();
    Stream.concat(
            order.lines().stream().flatMap(line -> line.told().taxes().stream()),
            order.charges().stream().flatMap(charge -> charge.taxes().stream()))
        .forEach(tax -> sums.merge(words(tax), tax.amount(), Long::sum));
    return sums;
  }

  private String words(Tax tax) {
    String rate = tax.rate() == null ? "" : " " + percent(tax.rate());
    String included = order.sums().taxIncluded() ? " included" : "";
    String title = tax.title().isEmpty() ? "Tax"
        : tax.title().substring(0, tax.title().offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
            + tax.title().substring(tax.title().offsetByCodePoints(0, 1));
    return title + rate + included + (tax.channelRemits() ? ", " + channel + " remits" : "");
  }

  private static String percent(BigDecimal rate) {
    return rate.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
  }

  private void total(List<Money> money, String words, @Nullable Long minor) {
    if (minor != null) {
      money.add(new Money(words, Amount.total(amount(minor)), true));
    }
  }

  private Money part(String words, long minor) {
    return new Money(words, Amount.part(amount(minor)), false);
  }

  private dev.crossdock.platform.money.Money amount(long minor) {
    return new dev.crossdock.platform.money.Money(minor, Currency.getInstance(order.identity().currency()));
  }

  private List<String> moneyNotes() {
    List<String> notes = new ArrayList<>();
    ResolvedOrder.Sums sums = order.sums();
    if (sums.total() == null) {
      notes.add("The channel has not told the sums yet.");
    }
    if (sums.buyerTotal() != null && sums.buyerCurrency() != null
        && !sums.buyerCurrency().equals(order.identity().currency())) {
      Amount buyer = Amount.total(new dev.crossdock.platform.money.Money(
          sums.buyerTotal(), Currency.getInstance(sums.buyerCurrency())));
      notes.add("The buyer saw " + buyer.text() + " " + buyer.code() + ".");
    }
    return notes;
  }

  private List<Fact> channelFacts(Watch watch) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Channel", channel + " · " + order.channel().account(), null));
    facts.add(new Fact("Their number", order.identity().externalNumber(), null));
    if (!order.identity().externalNumber().equals(order.channel().externalId())) {
      facts.add(new Fact("Their key", order.channel().externalId(), null));
    }
    if (order.identity().groupId() != null) {
      facts.add(new Fact("Cart", order.identity().groupId(), null));
    }
    facts.add(new Fact("Placed", watch.when(order.identity().placedAt()).text(), null));
    facts.add(new Fact("Received", watch.when(order.receivedAt()).text(), null));
    if (order.terms().deliverBy() != null) {
      facts.add(new Fact("Deliver by", watch.when(order.terms().deliverBy()).text(), null));
    }
    if (!order.terms().tags().isEmpty()) {
      facts.add(new Fact("Tags", String.join(", ", order.terms().tags()), null));
    }
    UUID message = reading.history().entries().stream()
        .map(OrderDetails.Entry::fact)
        .map(fact -> fact.cause().causation())
        .filter(Objects::nonNull)
        .reduce((first, last) -> last)
        .orElse(null);
    if (message != null) {
      facts.add(new Fact("Last message", "raw message", "/console/messages/" + message));
    }
    return facts;
  }

  private static long orZero(@Nullable Long minor) {
    return minor == null ? 0 : minor;
  }

  private static List<String> present(@Nullable String... parts) {
    List<String> present = new ArrayList<>();
    for (String part : parts) {
      if (part != null && !part.isBlank()) {
        present.add(part.strip());
      }
    }
    return present;
  }
}
