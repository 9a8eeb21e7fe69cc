package dev.crossdock.channels.publishing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much of what may be promised a listing shows, nothing left open.
 *
 * @param sharePercent of the units that may be promised, 0 to 100; fractions of a unit are not shown
 * @param buffer units kept back from that share
 * @param showMin with fewer units than this left, none is shown
 * @param showMax never more than this is shown; null for no limit
 * @param frozen the channel keeps the number it has
 * @param locations our locations by the channel's; empty where all our active ones count together
 * @param lagBuffer whether more is kept back while channels are slow or sales are fast
 */
public record PublishRule(
    int sharePercent,
    int buffer,
    int showMin,
    @Nullable Integer showMax,
    boolean frozen,
    Map<String, List<String>> locations,
    LagBuffer lagBuffer) {

  /** Everything that may be promised. */
  public static final PublishRule ALL = new PublishRule(100, 0, 0, null, false, Map.of(), LagBuffer.OPEN);

  public PublishRule {
    locations = Map.copyOf(locations);
  }

  /** What to show when so many units may be promised. Never below zero, and never more than there are. */
  public int owed(long available) {
    long units = Math.clamp(available, 0, Integer.MAX_VALUE);
    long share = units * sharePercent / 100;
    long left = Math.max(0, share - buffer);
    if (left < showMin) {
      return 0;
    }
    return (int) (showMax == null ? left : Math.min(left, showMax));
  }

  /** This rule, with so many units kept back if it keeps fewer. */
  PublishRule keeping(int units) {
    return new PublishRule(sharePercent, Math.max(buffer, units), showMin, showMax, frozen, locations, lagBuffer);
  }

  /** This rule, with what a listing says for itself in place of the account's word. */
  PublishRule with(RuleInput own) {
    return new PublishRule(
        own.sharePercent() == null ? sharePercent : own.sharePercent(),
        own.buffer() == null ? buffer : own.buffer(),
        own.showMin() == null ? showMin : own.showMin(),
        own.showMax() == null ? showMax : own.showMax(),
        frozen || Boolean.TRUE.equals(own.frozen()),
        own.locations().isEmpty() ? locations : own.locations(),
        lagBuffer.with(own.lagBuffer()));
  }
}
