package dev.crossdock.orders;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one word an order is called by, derived from its facts and never stored as a fact itself. The clock does not
 * enter it.
 *
 * @param reason what follows the word ("On hold: address"); null where the word says all
 */
public record Headline(Word word, @Nullable String reason) {

  /** The only words there are, in order of precedence. */
  public enum Word {
    CANCELLED("Cancelled"),
    ATTENTION("Needs attention"),
    ON_HOLD("On hold"),
    TO_APPROVE("To approve"),
    BACKORDERED("Backordered"),
    PRE_ORDER("Pre-order"),
    TO_ROUTE("To route"),
    RELEASED("Released"),
    /** Nothing of ours to do: the channel ships what is left, from its own stock. */
    CHANNEL_SHIPS("Channel ships"),
    PARTLY_SHIPPED("Partly shipped"),
    SHIPPED("Shipped"),
    COMPLETED("Completed");

    private final String words;

    Word(String words) {
      this.words = words;
    }

    /** What people read. */
    public String words() {
      return words;
    }
  }

  /** The headline of an order. */
  static Headline of(Order order) {
    return switch (order.lifecycle()) {
      case CANCELLED, REJECTED -> new Headline(Word.CANCELLED, null);
      case COMPLETED -> new Headline(Word.COMPLETED, null);
      case DRAFT -> new Headline(Word.TO_APPROVE, null);
      case RECEIVED, VALIDATED, APPROVED, IN_FULFILMENT -> ofOpen(order);
    };
  }

  private static Headline ofOpen(Order order) {
    List<Hold> holds =
        order.openHolds().stream().filter(hold -> !isWaiting(hold)).toList();
    if (!holds.isEmpty()) {
      String reasons =
          holds.stream().map(hold -> inSentence(hold.reason().words())).distinct()
              .collect(Collectors.joining(", "));
      return new Headline(Word.ON_HOLD, reasons);
    }
    Buckets sum = sum(order);
    if (sum.backordered() + sum.shortUnits() > 0) {
      return new Headline(Word.BACKORDERED, null);
    }
    if (sum.preordered() > 0 || order.openHolds().stream().anyMatch(h -> h.reason() == Hold.Reason.PREORDER)) {
      return new Headline(Word.PRE_ORDER, null);
    }
    if (sum.unplaced() + sum.reserved() > 0) {
      return new Headline(Word.TO_ROUTE, null);
    }
    if (sum.allocated() > 0) {
      return new Headline(anyGoodsShipped(order) ? Word.PARTLY_SHIPPED : underWay(order), null);
    }
    return new Headline(Word.SHIPPED, null);
  }

  /** What goes on by itself, on its day or when stock arrives, has words of its own. */
  private static boolean isWaiting(Hold hold) {
    return hold.reason() == Hold.Reason.PREORDER
        || (hold.reason() == Hold.Reason.STOCK_SHORT && !hold.blocks().contains(Hold.Step.ROUTE));
  }

  /** Released means that a location of ours has the work; what the channel ships itself none of ours ever sees. */
  private static Word underWay(Order order) {
    boolean ours = order.lines().stream().anyMatch(line -> line.told().ours() && line.buckets().allocated() > 0);
    return ours ? Word.RELEASED : Word.CHANNEL_SHIPS;
  }

  /** Words as they stand inside a sentence: a small first letter, unless an abbreviation begins them. */
  public static String inSentence(String words) {
    boolean abbreviation = words.length() > 1 && Character.isUpperCase(words.charAt(1));
    return abbreviation ? words : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }

  private static boolean anyGoodsShipped(Order order) {
    return order.lines().stream()
        .anyMatch(line -> line.told().kind() == ResolvedOrder.Kind.GOODS && line.buckets().shipped() > 0);
  }

  private static Buckets sum(Order order) {
    Buckets sum = Buckets.EMPTY;
    for (OrderLine line : order.lines()) {
      for (Buckets.Bucket bucket : Buckets.Bucket.values()) {
        sum = sum.plus(bucket, line.buckets().count(bucket));
      }
    }
    return sum;
  }
}
