package dev.crossdock.inventory.returning;

import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.documents.Decided.Accepted;
import dev.crossdock.inventory.documents.Decided.Refused;
import dev.crossdock.inventory.documents.Rules;
import java.time.Instant;

/** What may happen to an announced return. Pure. */
public final class ReturnLifecycle {

  private ReturnLifecycle() {}

  /** The return as it stands after the command, or why not. */
  public static Decided<IncomingReturn> decide(IncomingReturn coming, ReturnCommand command, Instant now) {
    if (coming.state() != ReturnState.ANNOUNCED) {
      return Refused.state("Nothing of it is on its way any more.");
    }
    return switch (command) {
      case ReturnCommand.Receive receive -> receive(coming, receive, now);
      case ReturnCommand.Close() -> new Accepted<>(coming.with(ReturnState.CLOSED, coming.received()));
      case ReturnCommand.Cancel() ->
          coming.received() == 0
              ? new Accepted<>(coming.with(ReturnState.CANCELLED, 0))
              : Refused.state("Some of it arrived: close it instead.");
    };
  }

  private static Decided<IncomingReturn> receive(IncomingReturn coming, ReturnCommand.Receive receive, Instant now) {
    Rules rules = new Rules();
    rules.number("reference", receive.reference());
    rules.past(receive.happenedAt(), now);
    if (rules.units("units", receive.units(), 1)) {
      rules.require(
          () -> receive.units() <= coming.open(), "units", "range",
          "Only " + coming.open() + " units are on their way: announce what comes on top.");
    }
    if (!rules.clean()) {
      return new Refused<>(rules.errors());
    }
    int received = coming.received() + Math.toIntExact(receive.units());
    boolean done = received == coming.announced();
    return new Accepted<>(coming.with(done ? ReturnState.CLOSED : ReturnState.ANNOUNCED, received));
  }
}
