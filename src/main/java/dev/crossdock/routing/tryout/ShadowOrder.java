package dev.crossdock.routing.tryout;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order on which a version in the shadow differs from what was decided, or could not be asked to its end.
 *
 * @param decision id of the live decision
 * @param decidedBy label of the policy that decided
 * @param decided what was decided, in a sentence
 * @param rule the rule of the shadow; null when none applies
 * @param would what the shadow would have decided, in a sentence; null where it could not be asked to its end
 * @param moves units that would have gone another way, in words
 * @param outlay what its plan comes to; null where it could not be asked to its end
 * @param decidedOutlay what the live plan comes to
 * @param trouble why it could not be asked to its end; null when it was
 */
public record ShadowOrder(
    int version,
    UUID decision,
    UUID order,
    String number,
    String decidedBy,
    String decided,
    @Nullable String rule,
    @Nullable String would,
    List<String> moves,
    @Nullable Outlay outlay,
    Outlay decidedOutlay,
    String currency,
    @Nullable String trouble,
    Instant at) {

  public ShadowOrder {
    moves = List.copyOf(moves);
  }
}
