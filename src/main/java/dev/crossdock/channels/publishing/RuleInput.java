package dev.crossdock.channels.publishing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an account or one of its listings says about showing stock; null is left open. See {@link PublishRule} for what
 * the numbers mean.
 *
 * @param channelSku the listing; empty for the account's own rule
 * @param locations our locations by the channel's; only an account says this, a listing's is empty
 */
public record RuleInput(
    String channel,
    String account,
    String channelSku,
    @Nullable Integer sharePercent,
    @Nullable Integer buffer,
    @Nullable Integer showMin,
    @Nullable Integer showMax,
    @Nullable Boolean frozen,
    Map<String, List<String>> locations,
    LagBuffer lagBuffer) {

  public RuleInput {
    locations = Map.copyOf(locations);
  }

  /** A rule that says nothing of the lag. */
  public RuleInput(
      String channel,
      String account,
      String channelSku,
      @Nullable Integer sharePercent,
      @Nullable Integer buffer,
      @Nullable Integer showMin,
      @Nullable Integer showMax,
      @Nullable Boolean frozen,
      Map<String, List<String>> locations) {
    this(
        channel, account, channelSku, sharePercent, buffer, showMin, showMax, frozen, locations, LagBuffer.OPEN);
  }

  /** Whether it is the account's own rule, which all its listings start from. */
  public boolean ofAccount() {
    return channelSku.isEmpty();
  }
}
