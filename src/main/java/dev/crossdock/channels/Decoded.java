package dev.crossdock.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a message turned out to say. */
public sealed interface Decoded {

  /** The whole order as the channel has it now. */
  record Snapshot(IncomingOrder order) implements Decoded {}

  /** An order changed; only its id is told, so it must be fetched. */
  record FetchNeeded(String externalId, Instant changedAt) implements Decoded {}

  /**
   * The order was removed at the channel.
   *
   * @param at when; null where the channel does not say, then the time of arrival is the best there is
   */
  record Removed(String externalId, @Nullable Instant at) implements Decoded {}

  /** Understood, and nothing follows from it: a ping, a draft, a topic we do not act on. */
  record Ignored(String reason) implements Decoded {}

  /**
   * Not understood.
   *
   * @param path where, as an RFC 6901 JSON pointer ({@code /line_items/2/quantity}), empty for the whole
   * @param rule which rule broke, a stable word: {@code not-json}, {@code encoding}, {@code too-deep},
   *     {@code too-long}, {@code duplicate-key}, {@code wrong-type}, {@code missing}, {@code out-of-range},
   *     {@code unknown-currency}, {@code too-many-lines}
   * @param sentence what is wrong, for a person; holds no personal data
   */
  record Invalid(String path, String rule, String sentence) implements Decoded {}
}
