package dev.crossdock.api.v1.publishing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.channels.publishing.Quantity;
import dev.crossdock.channels.pushing.ListingState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Units a listing has to show, and how far that has come.
 *
 * @param channelLocation the channel's word for it; empty where it knows none
 * @param owedAt since when this number has been owed
 * @param keptBack units not shown because sales are fast against the time the channel takes to be told
 * @param sharedOut whether the units left are shared out between listings, so that these are this one's alone
 * @param sent the last number that was told, and acknowledged the last that the channel took
 * @param refusal why the channel refused the number that is owed, in its words
 * @param attempts times it was told without an answer
 * @param stopped why nothing more is told
 * @param shown the number the channel was last seen to show
 * @param driftSince since when it has shown another than it took
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ListingView(
    String channel,
    String account,
    String channelSku,
    String channelLocation,
    String sku,
    ListingState.State state,
    int owed,
    Instant owedAt,
    boolean frozen,
    int keptBack,
    boolean sharedOut,
    @Nullable Integer sent,
    @Nullable Instant sentAt,
    @Nullable Integer acknowledged,
    @Nullable Instant acknowledgedAt,
    @Nullable String refusal,
    int attempts,
    @Nullable String stopped,
    @Nullable Integer shown,
    @Nullable Instant shownAt,
    @Nullable Instant driftSince) {

  static ListingView of(ListingState state) {
    Quantity row = state.quantity();
    return new ListingView(
        row.listing().channel(), row.listing().account(), row.listing().sku(), row.location(), row.sku(),
        state.state(), row.owed(), row.owedAt(), row.frozen(), row.kept(), row.allotted(), state.sent(), state.sentAt(),
        state.acknowledged(), state.acknowledgedAt(), state.refusal(), state.attempts(), state.stopped(), state.shown(),
        state.shownAt(), state.driftSince());
  }
}
