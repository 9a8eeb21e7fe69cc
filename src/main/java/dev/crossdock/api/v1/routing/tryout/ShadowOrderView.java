package dev.crossdock.api.v1.routing.tryout;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.api.web.Amount;
import dev.crossdock.routing.tryout.Outlay;
import dev.crossdock.routing.tryout.ShadowOrder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order on which a version in the shadow differs from what was decided.
 *
 * @param moves units that would have gone another way, in words
 * @param would what the shadow would have decided; absent where it could not be asked to its end
 * @param trouble why it could not be asked to its end; absent when it was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShadowOrderView(
    UUID order,
    String number,
    UUID decision,
    Instant at,
    List<String> moves,
    WayView decided,
    @Nullable WayView would,
    @Nullable String trouble) {

  /**
   * One way of sending it.
   *
   * @param policy by whom; absent for the shadow
   * @param rule absent where none applies, and for the live decision
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WayView(
      @Nullable String policy,
      @Nullable String rule,
      String sentence,
      @Nullable Amount cost,
      @Nullable Double days,
      boolean late) {}

  static ShadowOrderView of(ShadowOrder order) {
    return new ShadowOrderView(
        order.order(), order.number(), order.decision(), order.at(), order.moves(),
        way(order.decidedBy(), null, order.decided(), order.decidedOutlay(), order.currency()),
        order.would() == null || order.outlay() == null
            ? null
            : way(null, order.rule(), order.would(), order.outlay(), order.currency()),
        order.trouble());
  }

  private static WayView way(
      @Nullable String policy, @Nullable String rule, String sentence, Outlay outlay, String currency) {
    return new WayView(
        policy, rule, sentence, Amount.ofNullable(outlay.cost(), currency), outlay.days(), outlay.late());
  }
}
