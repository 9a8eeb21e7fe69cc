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
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How much worse on the past a policy may be than the one in force, and whether it must have been tried there. */
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

  /**
   * The guard-rails.
   *
   * @param backtest when a version must have been tried before it decides: {@code ALWAYS}, {@code NEVER}, or
   *     {@code WITH_A_PAST}, which is what holds when it is absent
   */
  record GuardRailsBody(
      double costPercentMost,
      double latePointsMost,
      double unfilledPointsMost,
      double parcelsPercentMost,
      @Nullable String backtest) {

    static GuardRailsBody of(GuardRails rails, Guard.Needed needed) {
      return new GuardRailsBody(
          rails.costPercentMost(), rails.latePointsMost(), rails.unfilledPointsMost(), rails.parcelsPercentMost(),
          needed.name());
    }

    GuardRails rails() {
      return new GuardRails(costPercentMost, latePointsMost, unfilledPointsMost, parcelsPercentMost);
    }
  }

  @GetMapping("/api/v1/routing/guard-rails")
  @RequiresScope(Scope.ORDERS_READ)
  GuardRailsBody get(ApiCall call) {
    return commands.read(call, tx -> GuardRailsBody.of(guard.rails(tx), guard.needed(tx)));
  }

  @PutMapping("/api/v1/routing/guard-rails")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<GuardRailsBody> put(ApiCall call, @RequestBody GuardRailsBody body) {
    List<FieldError> errors = new ArrayList<>();
    check("costPercentMost", body.costPercentMost(), errors);
    check("latePointsMost", body.latePointsMost(), errors);
    check("unfilledPointsMost", body.unfilledPointsMost(), errors);
    check("parcelsPercentMost", body.parcelsPercentMost(), errors);
    Guard.Needed needed = needed(body.backtest(), errors);
    Refusal.throwIfAny(errors);
    return commands.write(
        call,
        GuardRailsBody.class,
        tx -> {
          guard.put(tx, body.rails(), needed, journal);
          return GuardRailsBody.of(guard.rails(tx), guard.needed(tx));
        });
  }

  private static Guard.Needed needed(@Nullable String word, List<FieldError> errors) {
    for (Guard.Needed needed : Guard.Needed.values()) {
      if (needed.name().equals(word)) {
        return needed;
      }
    }
    if (word != null) {
      errors.add(new FieldError("/backtest", "unknown", "It is one of ALWAYS, WITH_A_PAST and NEVER."));
    }
    return Guard.Needed.WITH_A_PAST;
  }

  private static void check(String field, double value, List<FieldError> errors) {
    if (!(value >= 0 && value <= MOST)) {
      errors.add(new FieldError("/" + field, "range", "It must be from 0 to " + (long) MOST + "."));
    }
  }
}
