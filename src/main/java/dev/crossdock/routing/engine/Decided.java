package dev.crossdock.routing.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a policy decides on an order.
 *
 * @param policy its label
 * @param rule the rule that decided; null when none applied
 * @param passed the rules before it and why they did not decide
 */
public record Decided(String policy, @Nullable String rule, List<Passed> passed, Planned plan, Then then) {

  public Decided {
    passed = List.copyOf(passed);
  }

  /**
   * A rule that did not decide.
   *
   * @param because a clause that follows its name
   */
  public record Passed(String rule, String because) {}

  /** What becomes of the order beyond its plan. */
  public sealed interface Then {

    /** Everything has a place and leaves. */
    record Ship() implements Then {}

    /** What has no place waits for stock; the rest leaves at once, or is kept for the order until it is whole. */
    record Wait(boolean shipRest) implements Then {}

    /** Units are brought to where the order leaves from, and wait for that. */
    record Bring(List<Planned.Transfer> transfers, int days) implements Then {
      public Bring {
        transfers = List.copyOf(transfers);
      }
    }

    /** A person decides. */
    record Ask(String note) implements Then {}

    /** It is decided then, with others; until then nothing leaves, and what has a place is only promised. */
    record Later(Instant at) implements Then {}

    /** What has no place by then is cancelled. */
    record CancelAt(Instant at) implements Then {}
  }
}
