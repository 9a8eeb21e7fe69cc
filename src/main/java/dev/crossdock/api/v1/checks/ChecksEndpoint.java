package dev.crossdock.api.v1.checks;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Commands.Reply;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.platform.checks.CheckRun;
import dev.crossdock.platform.checks.Checks;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The checks of the invariants. */
@RestController
class ChecksEndpoint {

  private final Commands commands;
  private final Checks checks;

  ChecksEndpoint(Commands commands, Checks checks) {
    this.commands = commands;
    this.checks = checks;
  }

  /** Has all checks run; while a run waits or runs already, that one is told. */
  @PostMapping("/api/v1/checks")
  @RequiresScope(Scope.ADMIN)
  ResponseEntity<CheckView> ask(ApiCall call) {
    return commands.reply(
        call, CheckView.class, tx -> new Reply<>(HttpStatus.ACCEPTED, CheckView.of(checks.ask(tx))));
  }

  @GetMapping("/api/v1/checks")
  @RequiresScope(Scope.METRICS_READ)
  Page<CheckView> list(ApiCall call, PageRequest page) {
    List<CheckRun> found = commands.read(call, tx -> checks.list(tx, page.limit()));
    return new Page<>(found.stream().map(CheckView::of).toList(), null);
  }

  @GetMapping("/api/v1/checks/{id}")
  @RequiresScope(Scope.METRICS_READ)
  CheckView get(ApiCall call, @PathVariable UUID id) {
    return commands.read(
        call,
        tx ->
            checks.find(tx, id)
                .map(run -> CheckView.of(run, checks.violations(tx, id, Checks.VIOLATIONS_MAX)))
                .orElseThrow(() -> Refusal.notFound("There is no such run.")));
  }
}
