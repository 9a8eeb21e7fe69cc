package dev.crossdock.console.orders;

import dev.crossdock.console.kit.Amount;
import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Bucket;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.QuantityBar;
import dev.crossdock.console.kit.Role;
import dev.crossdock.orders.Buckets;
import dev.crossdock.orders.Headline;
import dev.crossdock.platform.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Orders in the console's words, shapes and colours. */
public final class OrderWords {

  private OrderWords() {}

  /** The headline as a badge. */
  public static Badge badge(Headline headline) {
    return new Badge(role(headline.word()), icon(headline.word()), headline.word().words(), headline.reason());
  }

  private static Role role(Headline.Word word) {
    return switch (word) {
      case CANCELLED -> Role.NEUTRAL;
      case ATTENTION -> Role.CRITICAL;
      case ON_HOLD -> Role.HOLD;
      case TO_APPROVE, PRE_ORDER -> Role.ATTENTION;
      case BACKORDERED -> Role.WARNING;
      case TO_ROUTE, RELEASED -> Role.PROGRESS;
      case CHANNEL_SHIPS -> Role.EXTERNAL;
      case PARTLY_SHIPPED, SHIPPED, COMPLETED -> Role.SUCCESS;
    };
  }

  private static Icon icon(Headline.Word word) {
    return switch (word) {
      case CANCELLED -> Icon.CROSS;
      case ATTENTION -> Icon.EXCEPTIONS;
      case ON_HOLD -> Icon.HOLD;
      case TO_APPROVE, TO_ROUTE -> Icon.PIP_EMPTY;
      case BACKORDERED, PRE_ORDER -> Icon.CLOCK;
      case RELEASED, PARTLY_SHIPPED -> Icon.PIP_HALF;
      case CHANNEL_SHIPS, SHIPPED -> Icon.TRUCK;
      case COMPLETED -> Icon.CHECK;
    };
  }

  /** The units as a bar. */
  public static QuantityBar bar(Buckets units) {
    return bar(List.of(units));
  }

  /** The units of several lines as one bar. */
  public static QuantityBar bar(List<Buckets> lines) {
    return QuantityBar.of(bucket -> lines.stream().mapToInt(units -> units.count(bucket(bucket))).sum());
  }

  private static Buckets.Bucket bucket(Bucket drawn) {
    return switch (drawn) {
      case SHIPPED -> Buckets.Bucket.SHIPPED;
      case ALLOCATED -> Buckets.Bucket.ALLOCATED;
      case RESERVED -> Buckets.Bucket.RESERVED;
      case PREORDERED -> Buckets.Bucket.PREORDERED;
      case BACKORDERED -> Buckets.Bucket.BACKORDERED;
      case UNPLACED -> Buckets.Bucket.UNPLACED;
      case SHORT -> Buckets.Bucket.SHORT;
      case CANCELLED -> Buckets.Bucket.CANCELLED;
    };
  }

  /** Whether nothing of ours has to leave any more, so that a deadline is only history. */
  public static boolean done(Headline.Word word) {
    return switch (word) {
      case CANCELLED, CHANNEL_SHIPS, SHIPPED, COMPLETED -> true;
      case ATTENTION, ON_HOLD, TO_APPROVE, BACKORDERED, PRE_ORDER, TO_ROUTE, RELEASED, PARTLY_SHIPPED -> false;
    };
  }

  /** A total with its currency; null where the amount is not known. */
  public static @Nullable Amount total(@Nullable Long minor, String currency) {
    return minor == null ? null : Amount.total(new Money(minor, Currency.getInstance(currency)));
  }

  /** An amount among others of one currency; null where it is not known. */
  public static @Nullable Amount part(@Nullable Long minor, String currency) {
    return minor == null ? null : Amount.part(new Money(minor, Currency.getInstance(currency)));
  }

  /** A count as it is printed, which stops at a most. */
  public static String count(int count, int most) {
    return count > most ? grouped(most) + "+" : grouped(count);
  }

  private static String grouped(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
