package dev.crossdock.api.web;

import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Idempotency;
import dev.crossdock.platform.db.Idempotency.Answer;
import dev.crossdock.platform.db.Idempotency.Outcome;
import dev.crossdock.platform.db.Tx;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Does what a request asks for, in one transaction, once for each idempotency key. */
public final class Commands {

  private static final String REPEATED = "Idempotent-Replayed";

  private final Door door;
  private final Idempotency idempotency;
  private final JsonMapper json;

  public Commands(Door door, Idempotency idempotency, JsonMapper json) {
    this.door = door;
    this.idempotency = idempotency;
    this.json = json;
  }

  /** A change that answers 200. */
  public <T> ResponseEntity<T> write(ApiCall call, Class<T> type, Function<Tx, T> work) {
    return reply(call, type, tx -> new Reply<>(HttpStatus.OK, work.apply(tx)));
  }

  /** A change that chooses its status. */
  public <T> ResponseEntity<T> reply(ApiCall call, Class<T> type, Function<Tx, Reply<T>> work) {
    String key = call.idempotencyKey();
    if (key == null) {
      Reply<T> reply = door.write(call.merchant(), call.cause(), work);
      return ResponseEntity.status(reply.status()).body(reply.body());
    }
    Idempotency.Ticket ticket = new Idempotency.Ticket(key, call.operation(), call.inputHash());
    Outcome outcome =
        door.write(call.merchant(), call.cause(), tx -> idempotency.once(tx, ticket, () -> answer(work.apply(tx))));
    return switch (outcome) {
      case Outcome.Done(Answer answer) -> response(answer, type, "false");
      case Outcome.Repeated(Answer answer) -> response(answer, type, "true");
      case Outcome.Misused() -> throw new ProblemException(Refusal.KEY_MISUSED);
    };
  }

  /** A look at things. */
  public <T> T read(ApiCall call, Function<Tx, T> work) {
    return door.read(call.merchant(), work);
  }

  /** What a change would lead to: the same work, and nothing is kept of it. */
  public <T> T preview(ApiCall call, Function<Tx, T> work) {
    return door.dryRun(call.merchant(), call.cause(), work);
  }

  private Answer answer(Reply<?> reply) {
    return new Answer(reply.status().value(), json.writeValueAsString(reply.body()));
  }

  /** Always read back from what is stored, so that the first answer and the repeated one cannot differ. */
  private <T> ResponseEntity<T> response(Answer answer, Class<T> type, String repeated) {
    return ResponseEntity.status(answer.status())
        .header(REPEATED, repeated)
        .body(json.readValue(answer.json(), type));
  }

  /** A status and a body. */
  public record Reply<T>(HttpStatus status, T body) {}
}
