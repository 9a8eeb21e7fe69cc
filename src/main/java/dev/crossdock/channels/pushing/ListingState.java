package dev.crossdock.channels.pushing;

import dev.crossdock.channels.publishing.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a listing's quantity has come at one of its channel's locations.
 *
 * @param sent the last number that was about to be told; null before the first
 * @param acknowledged the last number the channel took
 * @param refusal the channel's words when it refused the number that is owed
 * @param attempts times the number owed was sent without an answer
 * @param stopped why nothing more is told; null when it is
 * @param shown the number the channel was last seen to show
 * @param driftSince since when it shows another than it took; null while it shows the right one
 */
public record ListingState(
    Quantity quantity,
    @Nullable Integer sent,
    @Nullable Instant sentAt,
    @Nullable Integer acknowledged,
    @Nullable Instant acknowledgedAt,
    @Nullable String refusal,
    int attempts,
    @Nullable String stopped,
    @Nullable Integer shown,
    @Nullable Instant shownAt,
    @Nullable Instant driftSince,
    State state) {

  /** Stopped because our stock was set to the number shown, again and again. */
  public static final String ECHO = "ECHO";

  /** In one word. */
  public enum State {
    /** Not told yet. */
    OWED,
    /** Told, and no answer yet. */
    SENT,
    /** The channel has the number that is owed. */
    ACKNOWLEDGED,
    /** The channel has taken it and shows another. */
    DRIFTING,
    /** The channel will not take it. */
    REFUSED,
    /** Nothing is told because a rule says so. */
    FROZEN,
    /** Nothing more is told: the channel kept showing another number, or its number kept coming back as our stock. */
    STOPPED
  }
}
