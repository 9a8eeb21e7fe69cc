package dev.crossdock.api.v1.policies;

import dev.crossdock.api.v1.policies.PolicyBodies.CheckBody;
import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.platform.http.Problem.FieldError;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.Policy;
import dev.crossdock.routing.policies.PolicyLint;
import dev.crossdock.routing.policies.PolicyReader.Decoded;
import dev.crossdock.routing.reach.Reaches;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What is wrong with a policy, what it does not do although it says so, and how many orders its rules meet. */
@RestController
class LintEndpoint {

  private final Commands commands;
  private final Policies policies;
  private final Reaches reaches;

  LintEndpoint(Commands commands, Policies policies, Reaches reaches) {
    this.commands = commands;
    this.policies = policies;
    this.reaches = reaches;
  }

  @GetMapping("/api/v1/routing/policies/{version}/lint")
  @RequiresScope(Scope.ORDERS_READ)
  LintView lint(ApiCall call, @PathVariable String version) {
    return linted(
        call, commands.read(call, tx -> policies.read(PolicyAnswers.version(policies, tx, version).content())));
  }

  /** As lint, of a policy that is stored nowhere. */
  @PostMapping("/api/v1/routing/policies/check")
  @RequiresScope(Scope.ORDERS_READ)
  LintView check(ApiCall call, @RequestBody CheckBody body) {
    JsonNode policy = PolicyBodies.json(body.policy());
    if (policy == null) {
      throw Refusal.invalid(List.of(new FieldError("/policy", "required", "It must be given.")));
    }
    return linted(call, policies.read(policy));
  }

  private LintView linted(ApiCall call, Decoded decoded) {
    return switch (decoded) {
      case Decoded.Read(Policy policy) -> {
        LintView found =
            commands.read(
                call,
                tx ->
                    LintView.of(
                        policy, PolicyLint.of(policy, policies.known(tx, policy)),
                        PolicyAnswers.fields("/policy", policies.strangers(tx, policy))));
        yield found.with(reaches.of(call.merchant(), policy), policy);
      }
      case Decoded.Wrong wrong -> LintView.wrong(PolicyAnswers.fields("/policy", wrong.faults()));
    };
  }
}
