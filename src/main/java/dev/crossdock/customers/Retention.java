package dev.crossdock.customers;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long personal data is kept. The clock of a record starts when its order has ended, and the shorter of the
 * merchant's time and the channel's rule counts. While an order is open its data stays, unless the channel has a rule:
 * then it goes after twice that time even so.
 *
 * @param people who ordered and where the goods went, after the order has ended
 * @param bills who was billed; tax law asks for it much longer
 * @param notes what somebody wrote in words of their own
 * @param channelRules the longest time after the end that a channel allows, by the channel's name
 */
public record Retention(Duration people, Duration bills, Duration notes, Map<String, Duration> channelRules) {

  /** Two years, ten years for bills, half a year for notes. */
  public static final Retention USUAL =
      new Retention(Duration.ofDays(730), Duration.ofDays(3_650), Duration.ofDays(180), Map.of());

  private static final int NEVER_ENDED_FACTOR = 2;

  public Retention {
    channelRules = Map.copyOf(channelRules);
  }

  public Retention withChannelRules(Map<String, Duration> rules) {
    return new Retention(people, bills, notes, rules);
  }

  /** When a record made now goes though its order never ends; null when it stays until the order has ended. */
  public @Nullable Instant neverEnded(String channel, Instant createdAt) {
    Duration rule = channelRules.get(channel);
    return rule == null ? null : createdAt.plus(rule.multipliedBy(NEVER_ENDED_FACTOR));
  }

  /** When a record goes whose order ended at the instant. */
  public Instant ended(DataClass dataClass, String channel, Instant endedAt) {
    Duration own =
        switch (dataClass) {
          case ORDER_CONTACT, SHIP_TO -> people;
          case BILL_TO -> bills;
          case ORDER_NOTE -> notes;
        };
    Duration rule = channelRules.getOrDefault(channel, own);
    return endedAt.plus(rule.compareTo(own) < 0 ? rule : own);
  }
}
