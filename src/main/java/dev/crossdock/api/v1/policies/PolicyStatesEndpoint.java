package dev.crossdock.api.v1.policies;

import dev.crossdock.api.v1.policies.PolicyBodies.ActivationBody;
import dev.crossdock.api.v1.policies.PolicyBodies.CanaryBody;
import dev.crossdock.api.v1.policies.PolicyBodies.CommentBody;
import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.PolicyOutcome;
import dev.crossdock.routing.policies.PolicyVersion;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Which version of a routing policy decides. */
@RestController
class PolicyStatesEndpoint {

  private final Commands commands;
  private final Policies policies;

  PolicyStatesEndpoint(Commands commands, Policies policies) {
    this.commands = commands;
    this.policies = policies;
  }

  @PostMapping("/api/v1/routing/policies/{version}/activate")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<PolicyView> activate(
      ApiCall call, @PathVariable int version, @RequestBody(required = false) @Nullable ActivationBody body) {
    PolicyVersion.Override override = body == null ? null : body.override();
    return change(call, tx -> policies.activate(tx, version, override));
  }

  @PostMapping("/api/v1/routing/policies/{version}/shadow")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<PolicyView> shadow(ApiCall call, @PathVariable int version) {
    return change(call, tx -> policies.shadow(tx, version));
  }

  @PostMapping("/api/v1/routing/policies/{version}/canary")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<PolicyView> canary(ApiCall call, @PathVariable int version, @RequestBody CanaryBody body) {
    int percent = body.checked();
    return change(call, tx -> policies.canary(tx, version, percent));
  }

  @PostMapping("/api/v1/routing/policies/{version}/archive")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<PolicyView> archive(ApiCall call, @PathVariable int version) {
    return change(call, tx -> policies.archive(tx, version));
  }

  @PostMapping("/api/v1/routing/policies/{version}/discard")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<PolicyView> discard(ApiCall call, @PathVariable int version) {
    return change(call, tx -> policies.discard(tx, version));
  }

  @PostMapping("/api/v1/routing/policies/{version}/roll-back")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<PolicyView> rollBack(
      ApiCall call, @PathVariable int version, @RequestBody(required = false) @Nullable CommentBody body) {
    String comment = PolicyBodies.comment(body == null ? null : body.comment());
    return change(call, tx -> policies.rollBack(tx, version, comment));
  }

  private ResponseEntity<PolicyView> change(ApiCall call, Function<Tx, PolicyOutcome> command) {
    return commands.write(
        call, PolicyView.class, tx -> PolicyView.of(PolicyAnswers.done(command.apply(tx)), policies));
  }
}
