package dev.crossdock.api.v1.policies;

import dev.crossdock.api.web.ProblemException;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.http.Problem.FieldError;
import dev.crossdock.platform.http.Problem;
import dev.crossdock.routing.conditions.Fault;
import dev.crossdock.routing.policies.ActivationGuard.Objection;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.PolicyOutcome;
import dev.crossdock.routing.policies.PolicyVersion;
import java.util.List;
import java.util.Optional;

/** What endpoints of policies answer with. */
final class PolicyAnswers {

  private PolicyAnswers() {}

  /** The version, or the problem that ends the request and its transaction. */
  static PolicyVersion done(PolicyOutcome outcome) {
    return switch (outcome) {
      case PolicyOutcome.Done(PolicyVersion version) -> version;
      case PolicyOutcome.Missing() -> throw missing();
      case PolicyOutcome.Stale(int revision) ->
          throw new ProblemException(
              Problem.of("stale-version", 412, "Somebody else has changed it")
                  .detail("Look at revision " + revision + ", and send its ETag as If-Match."));
      case PolicyOutcome.WrongState(String sentence) -> throw Refusal.conflict(sentence);
      case PolicyOutcome.Invalid(String sentence, List<Fault> faults) ->
          throw new ProblemException(
              Problem.of("invalid-policy", 422, "The policy can't be used")
                  .detail(sentence)
                  .errors(fields("/policy", faults)));
      case PolicyOutcome.Guarded(List<Objection> objections) ->
          throw new ProblemException(
              Problem.of("guarded", 409, "A guard objects; a named person may override it")
                  .errors(objections.stream().map(o -> new FieldError("", o.rule(), o.sentence())).toList()));
    };
  }

  static ProblemException missing() {
    return Refusal.notFound("There is no such version.");
  }

  /** The version of this number, or the one that decides as {@code active}. */
  static PolicyVersion version(Policies policies, Tx tx, String text) {
    Optional<PolicyVersion> found =
        text.equals("active") ? Optional.of(policies.active(tx)) : policies.find(tx, number("version", text));
    return found.orElseThrow(PolicyAnswers::missing);
  }

  static int number(String name, String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw Refusal.parameter(name, "It must be the number of a version.");
    }
    return Integer.parseInt(text);
  }

  static List<FieldError> fields(String below, List<Fault> faults) {
    return faults.stream()
        .map(fault -> new FieldError(below + fault.pointer(), fault.rule(), fault.sentence()))
        .toList();
  }
}
