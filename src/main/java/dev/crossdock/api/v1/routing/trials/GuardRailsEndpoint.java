package dev.crossdock.api.v1.routing.trials;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.platform.http.Problem.FieldError;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.routing.trials.Guard;
import dev.crossdock.routing.trials.GuardRails;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How much worse on the past a policy may be than the one in force; backtests are held against it. */
@RestController
class GuardRailsEndpoint {

  private static final double MOST = 1_000;

  private final Commands commands;
  private final Journal journal;
  private final Guard guard = new Guard();

  GuardRailsEndpoint(Commands commands, Journal journal) {
    this.commands = commands;
    this.journal = journal;
  }

  @GetMapping("/api/v1/routing/guard-rails")
  @RequiresScope(Scope.ORDERS_READ)
  GuardRails get(ApiCall call) {
    return commands.read(call, guard::rails);
  }

  @PutMapping("/api/v1/routing/guard-rails")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<GuardRails> put(ApiCall call, @RequestBody GuardRails body) {
    List<FieldError> errors = new ArrayList<>();
    check("costPercentMost", body.costPercentMost(), errors);
    check("latePointsMost", body.latePointsMost(), errors);
    check("unfilledPointsMost", body.unfilledPointsMost(), errors);
    check("parcelsPercentMost", body.parcelsPercentMost(), errors);
    Refusal.throwIfAny(errors);
    return commands.write(
        call,
        GuardRails.class,
        tx -> {
          guard.put(tx, body, journal);
          return guard.rails(tx);
        });
  }

  private static void check(String field, double value, List<FieldError> errors) {
    if (!(value >= 0 && value <= MOST)) {
      errors.add(new FieldError("/" + field, "range", "It must be from 0 to " + (long) MOST + "."));
    }
  }
}
