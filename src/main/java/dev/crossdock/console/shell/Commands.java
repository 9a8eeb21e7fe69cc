package dev.crossdock.console.shell;

import dev.crossdock.console.assets.Fingerprint;
import dev.crossdock.console.kit.Flash;
import dev.crossdock.orders.StaleOrders;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Idempotency;
import dev.crossdock.platform.db.Idempotency.Outcome;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Does what a form asks for, once for each time the form was shown, and tells it on the next page. */
public final class Commands {

  private static final int ATTEMPTS_MAX = 3;
  private static final int STATUS = 200;

  private final Door door;
  private final Ids ids;
  private final Idempotency idempotency = new Idempotency();
  private final JsonMapper json = JsonMapper.builder().build();

  public Commands(Door door, Ids ids) {
    this.door = door;
    this.ids = ids;
  }

  /**
   * What a form sent.
   *
   * @param key made when the form was shown, so that a second sending has no second effect
   * @param operation what is asked, for instance {@code release-hold}
   * @param input everything that the effect depends on
   */
  public record Form(String key, String operation, List<String> input) {

    public Form {
      input = List.copyOf(input);
    }
  }

  /** A key for a form that is about to be shown. */
  public String key() {
    return ids.next().toString();
  }

  /** Does the work in one transaction, unless this form was sent before: then its first answer is told again. */
  public Flash run(Visit visit, Form form, Function<Tx, Flash> work) {
    if (!visit.viewer().mayAct()) {
      return Flash.refused("Nothing was changed: your role is to look only. Ask an administrator.");
    }
    Cause cause = Cause.of(visit.viewer().actor(), "console", ids.next());
    for (int attempt = 1; ; attempt++) {
      try {
        return door.write(visit.merchant(), cause, tx -> once(tx, form, work));
      } catch (StaleOrders stale) {
        if (attempt == ATTEMPTS_MAX) {
          return Flash.refused("Nothing was changed: others were working on the same order. Try again.");
        }
      }
    }
  }

  /** Goes on to a page, which tells what was done. */
  public static ResponseEntity<String> told(HttpServletRequest request, Flash flash, String next) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(next))
        .header(HttpHeaders.SET_COOKIE, Told.cookie(flash, request.isSecure()))
        .build();
  }

  private Flash once(Tx tx, Form form, Function<Tx, Flash> work) {
    byte[] input = String.join("\n", form.input()).getBytes(StandardCharsets.UTF_8);
    Idempotency.Ticket ticket =
        new Idempotency.Ticket("form:" + form.key(), form.operation(), Fingerprint.sha256(input));
    Outcome outcome = idempotency.once(
        tx, ticket, () -> new Idempotency.Answer(STATUS, json.writeValueAsString(work.apply(tx))));
    return switch (outcome) {
      case Outcome.Done(Idempotency.Answer answer) -> json.readValue(answer.json(), Flash.class);
      case Outcome.Repeated(Idempotency.Answer answer) -> json.readValue(answer.json(), Flash.class);
      case Outcome.Misused() -> Flash.refused("Nothing was changed: this form was sent before with other values.");
    };
  }
}
