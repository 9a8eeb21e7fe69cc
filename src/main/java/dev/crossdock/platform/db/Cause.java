package dev.crossdock.platform.db;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a transaction happens: stands on every journal entry it writes.
 *
 * @param source where it came from: {@code webhook:shopify}, {@code api}, {@code console}, {@code job:reroute}
 * @param correlation joins everything that followed from one first cause
 * @param causation the message or journal batch that led to this, where there is one
 */
public record Cause(Actor actor, String source, UUID correlation, @Nullable UUID causation) {

  public static Cause of(Actor actor, String source, UUID correlation) {
    return new Cause(actor, source, correlation, null);
  }
}
