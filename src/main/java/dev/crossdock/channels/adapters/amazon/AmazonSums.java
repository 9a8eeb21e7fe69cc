package dev.crossdock.channels.adapters.amazon;

import dev.crossdock.channels.IncomingCharge;
import dev.crossdock.channels.IncomingTax;
import dev.crossdock.channels.adapters.amazon.ItemAmounts.Part;
import dev.crossdock.channels.adapters.amazon.Reading.Taxes;
import dev.crossdock.platform.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the reading of an order's amounts that makes the total Amazon states. Its models do not say whether a total
 * holds taxes that Amazon pays itself, whether prices hold the tax, or whether a promotion holds the shipping discount;
 * they differ by marketplace and have changed. The total decides; where none or several readings fit equally, the first
 * does, which is the custom of the marketplace.
 *
 * @param tip what the buyer gives the driver, stated for the order as a whole
 */
record AmazonSums(List<ItemAmounts> items, Money tip, String service) {

  AmazonSums {
    items = List.copyOf(items);
  }

  /** Every way in which amounts of v0 can be meant, the likeliest first. */
  static List<Reading> readingsOfV0(boolean pricesIncludeTax, List<ItemAmounts> items) {
    boolean fits = items.stream().allMatch(item -> item.extrasDiscount().compareTo(item.promotion()) <= 0);
    List<Reading> readings = new ArrayList<>();
    for (boolean holdsExtras : new boolean[] {fits, !fits}) {
      for (boolean beforeDiscount : new boolean[] {true, false}) {
        for (Taxes taxes : likeliest(pricesIncludeTax)) {
          readings.add(new Reading(taxes, holdsExtras, beforeDiscount));
        }
      }
    }
    return readings;
  }

  /** The same for 2026-01-01, which tells discounts and taxes apart by what they are on. */
  static List<Reading> readingsOf2026(boolean pricesIncludeTax) {
    return likeliest(pricesIncludeTax).stream().map(taxes -> new Reading(taxes, false, false)).toList();
  }

  /** The first of the readings that come nearest to the total; the first of all when none makes it. */
  Reading choose(List<Reading> readings, @Nullable Money stated) {
    Reading best = readings.getFirst();
    if (stated == null) {
      return best;
    }
    for (Reading reading : readings) {
      if (off(reading, stated) < off(best, stated)) {
        best = reading;
      }
    }
    long rounding = (long) items.size() + Extra.values().length;
    return off(best, stated) <= rounding ? best : readings.getFirst();
  }

  /** What the buyer owes in all by this reading; the sum of the parts where Amazon states no total. */
  Money total(Reading reading, @Nullable Money stated) {
    if (stated == null) {
      Money sum = net(reading).plus(reading.taxes() == Taxes.INCLUDED ? zero() : taxes(reading, true));
      return sum.minor() < 0 ? zero() : sum;
    }
    return reading.taxes() == Taxes.WITHHELD
        ? stated.plus(taxes(reading, true)).minus(taxes(reading, false))
        : stated;
  }

  /** One charge a kind, over all items. */
  List<IncomingCharge> charges(Reading reading) {
    List<IncomingCharge> charges = new ArrayList<>();
    for (Extra extra : Extra.values()) {
      IncomingCharge charge = charge(extra, reading);
      if (!charge.amount().isZero() || !charge.discount().isZero() || !charge.taxes().isEmpty()) {
        charges.add(charge);
      }
    }
    if (!tip.isZero()) {
      charges.add(new IncomingCharge(IncomingCharge.Kind.TIP, "Delivery tip", tip, zero(), List.of()));
    }
    return charges;
  }

  private IncomingCharge charge(Extra extra, Reading reading) {
    Money amount = zero();
    Money discount = zero();
    Money own = zero();
    Money remitted = zero();
    for (ItemAmounts item : items) {
      Part part = item.extras().getOrDefault(extra, Part.none(tip.currency()));
      amount = amount.plus(part.amount());
      discount = discount.plus(part.discount());
      Money tax = sum(reading.tax(part, item.channelRemits()), true);
      own = item.channelRemits() ? own : own.plus(tax);
      remitted = item.channelRemits() ? remitted.plus(tax) : remitted;
    }
    List<IncomingTax> taxes = new ArrayList<>();
    if (!own.isZero()) {
      taxes.add(new IncomingTax("tax", null, own, false));
    }
    if (!remitted.isZero()) {
      taxes.add(new IncomingTax("tax", null, remitted, true));
    }
    String code = extra == Extra.SHIPPING && !service.isEmpty() ? service : extra.title();
    return new IncomingCharge(extra.kind(), code, amount, discount, taxes);
  }

  private long off(Reading reading, Money stated) {
    Money sum =
        switch (reading.taxes()) {
          case INCLUDED -> net(reading);
          case ON_TOP -> net(reading).plus(taxes(reading, true));
          case WITHHELD -> net(reading).plus(taxes(reading, false));
        };
    return Math.abs(sum.minus(stated).minor());
  }

  private Money net(Reading reading) {
    Money net = tip;
    for (ItemAmounts item : items) {
      net = net.plus(item.goods()).minus(reading.discount(item)).minus(item.extrasDiscount());
      for (Part part : item.extras().values()) {
        net = net.plus(part.amount());
      }
    }
    return net;
  }

  private Money taxes(Reading reading, boolean remittedToo) {
    Money taxes = zero();
    for (ItemAmounts item : items) {
      taxes = taxes.plus(sum(reading.tax(item), remittedToo));
      for (Part part : item.extras().values()) {
        taxes = taxes.plus(sum(reading.tax(part, item.channelRemits()), remittedToo));
      }
    }
    return taxes;
  }

  private Money sum(List<IncomingTax> taxes, boolean remittedToo) {
    Money sum = zero();
    for (IncomingTax tax : taxes) {
      sum = tax.channelRemits() && !remittedToo ? sum : sum.plus(tax.amount());
    }
    return sum;
  }

  private Money zero() {
    Currency currency = tip.currency();
    return Money.zero(currency);
  }

  private static List<Taxes> likeliest(boolean pricesIncludeTax) {
    return pricesIncludeTax
        ? List.of(Taxes.INCLUDED, Taxes.ON_TOP, Taxes.WITHHELD)
        : List.of(Taxes.ON_TOP, Taxes.WITHHELD, Taxes.INCLUDED);
  }
}
