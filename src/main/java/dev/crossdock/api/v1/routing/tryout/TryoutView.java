package dev.crossdock.api.v1.routing.tryout;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.api.v1.orders.DecisionView;
import dev.crossdock.api.web.Amount;
import dev.crossdock.routing.tryout.Move;
import dev.crossdock.routing.tryout.Outlay;
import dev.crossdock.routing.tryout.Tryout;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What would be decided on an order, and what would be different.
 *
 * @param order its id; absent where it was pasted
 * @param units {@code OPEN}: what routing may decide on now; {@code ALL}: all that has not left, as if no hold were
 *     open and no location had anything of it
 * @param decision as decisions are told
 * @param outlay what the plan comes to; absent where no policy was asked
 * @param decided the last decision on the order; absent where there was none
 * @param differs whether units would go another way than they do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TryoutView(
    @Nullable UUID order,
    String number,
    TryEndpoint.Units units,
    DecisionView decision,
    @Nullable OutlayView outlay,
    @Nullable DecidedView decided,
    boolean differs,
    List<MoveView> moves) {

  /**
   * What was decided, in short.
   *
   * @param outlay what the way that the order has now comes to; absent where it has none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DecidedView(UUID id, String policy, String rule, String sentence, @Nullable OutlayView outlay) {}

  /**
   * Units that would go another way.
   *
   * @param from where they are placed; absent where they wait
   * @param to where they would be placed; absent where they would wait
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MoveView(int line, String sku, int units, @Nullable String from, @Nullable String to) {

    static MoveView of(Move move) {
      return new MoveView(move.line(), move.sku(), move.units(), move.from(), move.to());
    }
  }

  /**
   * What a way of sending an order comes to.
   *
   * @param cost postage and work; absent where it is not known
   * @param days until the last parcel is there; absent where nothing leaves
   * @param late whether a promised date is not kept
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OutlayView(int parcels, @Nullable Amount cost, @Nullable Double days, boolean late) {

    static @Nullable OutlayView of(@Nullable Outlay outlay, String currency) {
      return outlay == null
          ? null
          : new OutlayView(
              outlay.parcels(), Amount.ofNullable(outlay.cost(), currency), outlay.days(), outlay.late());
    }
  }

  static TryoutView of(Tryout tried) {
    String currency = tried.order().identity().currency();
    return new TryoutView(
        tried.stored() ? tried.order().id().value() : null,
        tried.order().number(),
        tried.whole() ? TryEndpoint.Units.ALL : TryEndpoint.Units.OPEN,
        DecisionView.tried(tried.plan(), tried.at()),
        OutlayView.of(tried.outlay(), currency),
        decided(tried, currency),
        !tried.moves().isEmpty(),
        tried.moves().stream().map(MoveView::of).toList());
  }

  private static @Nullable DecidedView decided(Tryout tried, String currency) {
    return tried.decided() == null
        ? null
        : new DecidedView(
            tried.decided().id(), tried.decided().policy(), tried.decided().rule(), tried.decided().sentence(),
            OutlayView.of(tried.had(), currency));
  }
}
