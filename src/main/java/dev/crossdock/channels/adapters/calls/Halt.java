package dev.crossdock.channels.adapters.calls;

import dev.crossdock.channels.stock.StockPush;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Ends a conversation of several calls that can't go on. It never leaves {@link StockTalk}, where it becomes the answer
 * of the port, and has no stack.
 */
public final class Halt extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Reply because;

  private Halt(Reply because) {
    super(null, null, false, false);
    this.because = because;
  }

  /** The channel asks for time. */
  public static Halt later(Instant notBefore, String reason) {
    return new Halt(new Reply.TryLater(notBefore, reason));
  }

  /** The channel is down, or answers what nobody understands. */
  public static Halt outage(Instant now, String reason) {
    return new Halt(Reply.TryLater.outage(now, reason));
  }

  /** A person must act. */
  public static Halt failed(String reason) {
    return new Halt(new Reply.Failed(0, reason));
  }

  /** When to come back, if the channel itself asks for time; a pause of its own choice is nobody's fault. */
  public Optional<Instant> until() {
    return because instanceof Reply.TryLater(Instant notBefore, _, boolean asked) && asked
        ? Optional.of(notBefore)
        : Optional.empty();
  }

  static Halt because(Reply reply) {
    return new Halt(reply);
  }

  /** What the port says for it, telling and asking alike; an outage names no time, for the channel named none. */
  <T> T answer(Instant now, Function<StockPush.TryLater, T> later, Function<StockPush.Failed, T> never) {
    return switch (because) {
      case Reply.TryLater(Instant notBefore, String reason, boolean asked) ->
          later.apply(new StockPush.TryLater(asked ? notBefore : now, reason));
      case Reply.Failed(_, String reason) -> never.apply(new StockPush.Failed(reason));
      case Reply.NotFound _ -> never.apply(new StockPush.Failed("There is no such API at this address (404)."));
      case Reply.Answered _ -> later.apply(new StockPush.TryLater(now, "The channel's answer can't be used."));
    };
  }
}
