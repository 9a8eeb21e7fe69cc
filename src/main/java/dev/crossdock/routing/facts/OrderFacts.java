package dev.crossdock.routing.facts;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order as routing sees it: what is still to be placed, for where and until when.
 *
 * @param total of the whole order, minor units of {@code currency}; null where the channel does not say
 * @param shipBy until when it must leave; null where nobody promised
 * @param pickupAt the location the buyer collects at; null for everything that is shipped
 * @param tags of the order, the channel's programmes among them ({@code prime})
 * @param avoided locations that turned this order down and are left out for now
 * @param pinned the only locations a person allows; empty for no such wish
 * @param since from when on it could be decided: it came then, or a hold ended that had kept it
 */
public record OrderFacts(
    String number,
    String channel,
    String account,
    int priority,
    String currency,
    @Nullable Long total,
    Instant placedAt,
    @Nullable Instant shipBy,
    @Nullable Instant deliverBy,
    @Nullable String pickupAt,
    Set<String> tags,
    Destination destination,
    Customer customer,
    Set<String> avoided,
    Set<String> pinned,
    List<LineFacts> lines,
    Instant since) {

  public OrderFacts {
    tags = Set.copyOf(tags);
    avoided = Set.copyOf(avoided);
    pinned = Set.copyOf(pinned);
    lines = List.copyOf(lines);
  }

  /** An order that could be decided as soon as it was placed. */
  public OrderFacts(
      String number, String channel, String account, int priority, String currency, @Nullable Long total,
      Instant placedAt, @Nullable Instant shipBy, @Nullable Instant deliverBy, @Nullable String pickupAt,
      Set<String> tags, Destination destination, Customer customer, Set<String> avoided, Set<String> pinned,
      List<LineFacts> lines) {
    this(
        number, channel, account, priority, currency, total, placedAt, shipBy, deliverBy, pickupAt, tags, destination,
        customer, avoided, pinned, lines, placedAt);
  }

  /** The same order with other units to be placed. */
  public OrderFacts with(List<LineFacts> others) {
    return new OrderFacts(
        number, channel, account, priority, currency, total, placedAt, shipBy, deliverBy, pickupAt, tags, destination,
        customer, avoided, pinned, others, since);
  }

  /** The same order, kept from other locations and sent to others. */
  public OrderFacts steered(Set<String> otherAvoided, Set<String> otherPinned) {
    return new OrderFacts(
        number, channel, account, priority, currency, total, placedAt, shipBy, deliverBy, pickupAt, tags, destination,
        customer, otherAvoided, otherPinned, lines, since);
  }

  /** The same order, collected elsewhere. */
  public OrderFacts collectedAt(String location) {
    return new OrderFacts(
        number, channel, account, priority, currency, total, placedAt, shipBy, deliverBy, location, tags, destination,
        customer, avoided, pinned, lines, since);
  }

  public int units() {
    return lines.stream().mapToInt(LineFacts::units).sum();
  }

  /**
   * What is known of the buyer without knowing who it is.
   *
   * @param orders how many orders came before this one; 0 for a newcomer
   * @param lastLocation where the last of them left; null when none has
   * @param business whether it buys as a business
   */
  public record Customer(int orders, @Nullable String lastLocation, boolean business) {
    public static final Customer UNKNOWN = new Customer(0, null, false);
  }
}
