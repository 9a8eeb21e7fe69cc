package dev.crossdock.channels.stock;

import dev.crossdock.channels.ChannelSession;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a channel is told its stock and asked what it shows. What an adapter offers when its channel takes absolute
 * quantities. Nothing here throws for what a channel may answer.
 */
public interface StockPush {

  /** The most quantities one call tells. */
  int batchMax();

  /** The most places one question is about. */
  default int askMax() {
    return batchMax();
  }

  /** Tells the channel; each quantity replaces what it had. */
  Told tell(List<Level> levels, ChannelSession session);

  /** Asks the channel what it shows; at most {@link #askMax} at once. */
  Shown ask(List<Place> places, ChannelSession session);

  /**
   * A listing at one of the channel's locations.
   *
   * @param location the channel's word for it; empty where it knows none
   * @param reference the channel's own id of the thing it counts, when an earlier answer gave one
   */
  record Place(String channelSku, String location, @Nullable String reference) {}

  /** Units a listing shows, from now on when told. */
  record Level(Place place, int units) {}

  /** What came of telling. */
  sealed interface Told {

    /**
     * The channel took all but the refused ones and those left over.
     *
     * @param references by channel SKU, ids of the channel's that were looked up on the way and are worth keeping
     * @param leftOver indices of levels that were not told, because the channel asked for time or telling the others
     *     took all there was; their latest values are told with the next call. Never all of them without a later time
     *     for that call
     * @param notBefore when it can take the next call, from its own rate limit
     */
    record Taken(List<Refused> refused, Map<String, String> references, Set<Integer> leftOver, Instant notBefore)
        implements Told {

      /** All were told. */
      public Taken(List<Refused> refused, Map<String, String> references, Instant notBefore) {
        this(refused, references, Set.of(), notBefore);
      }
    }
  }

  /** What the channel shows. */
  sealed interface Shown {

    /**
     * An answer.
     *
     * @param levels of the places it knows; those left out are unknown to it
     * @param notBefore when it can take the next call
     */
    record Levels(List<Level> levels, Map<String, String> references, Instant notBefore) implements Shown {}
  }

  /**
   * Not now: rate limit, outage, time-out. What it did take, if anything, is told again.
   *
   * @param notBefore when the channel said to come back, which is no fault of anybody's; now when it said nothing,
   *     which counts as an outage
   */
  record TryLater(Instant notBefore, String reason) implements Told, Shown {}

  /** Never like this: credentials refused, permission missing. A person must act. */
  record Failed(String reason) implements Told, Shown {}

  /**
   * A level that the channel will not take.
   *
   * @param index of the level among those told
   * @param words the channel's
   */
  record Refused(int index, String words) {}
}
