package dev.crossdock.api.v1.publishing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.channels.publishing.LagBuffer;
import dev.crossdock.channels.publishing.RuleInput;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much of the stock an account shows, or one of its listings; what is absent is left open.
 *
 * @param channelSku the listing; absent for the account's own rule
 * @param sharePercent of the units that may be promised
 * @param buffer units kept back from that share
 * @param showMin with fewer units than this left, none is shown
 * @param showMax never more than this is shown
 * @param frozen the channel keeps the number it has
 * @param locations our locations by the channel's; only in the account's own rule
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RuleBody(
    @Nullable String channel,
    @Nullable String account,
    @Nullable String channelSku,
    @Nullable Integer sharePercent,
    @Nullable Integer buffer,
    @Nullable Integer showMin,
    @Nullable Integer showMax,
    @Nullable Boolean frozen,
    @Nullable Map<String, List<String>> locations,
    @Nullable LagBufferBody lagBuffer) {

  /**
   * A buffer that follows what is sold while the channel is being told.
   *
   * @param on whether it does; buffer is then the least that is kept back
   * @param oversellOneIn one in so many delays may sell more than is kept back; 10,000 when absent
   * @param expectedPerHour units an hour a promotion is expected to sell at all channels together
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LagBufferBody(
      @Nullable Boolean on, @Nullable Integer oversellOneIn, @Nullable Integer expectedPerHour) {}

  static RuleBody of(RuleInput rule) {
    return new RuleBody(
        rule.channel(), rule.account(), rule.ofAccount() ? null : rule.channelSku(), rule.sharePercent(),
        rule.buffer(), rule.showMin(), rule.showMax(), rule.frozen(),
        rule.locations().isEmpty() ? null : rule.locations(), lagBuffer(rule.lagBuffer()));
  }

  RuleInput input() {
    return new RuleInput(
        Objects.requireNonNullElse(channel, ""), Objects.requireNonNullElse(account, ""),
        channelSku == null ? "" : channelSku.strip(), sharePercent, buffer, showMin, showMax, frozen,
        locations == null ? Map.of() : locations,
        lagBuffer == null
            ? LagBuffer.OPEN
            : new LagBuffer(lagBuffer.on(), lagBuffer.oversellOneIn(), lagBuffer.expectedPerHour()));
  }

  private static @Nullable LagBufferBody lagBuffer(LagBuffer buffer) {
    return buffer.equals(LagBuffer.OPEN)
        ? null
        : new LagBufferBody(buffer.on(), buffer.oversellOneIn(), buffer.expectedPerHour());
  }
}
