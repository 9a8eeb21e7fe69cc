package dev.crossdock.routing.policies;

import dev.crossdock.routing.conditions.Fault;
import java.util.List;

/** What became of a command. */
public sealed interface PolicyOutcome {

  /** It was done; the version as it is now. */
  record Done(PolicyVersion version) implements PolicyOutcome {}

  /** There is no such version. */
  record Missing() implements PolicyOutcome {}

  /** The version has another revision than the caller saw. */
  record Stale(int revision) implements PolicyOutcome {}

  /** Its state does not allow it. */
  record WrongState(String sentence) implements PolicyOutcome {}

  /** Its content does not; what decided before goes on deciding. */
  record Invalid(String sentence, List<Fault> faults) implements PolicyOutcome {
    public Invalid {
      faults = List.copyOf(faults);
    }
  }

  /** A guard objects; a named person may override it. */
  record Guarded(List<ActivationGuard.Objection> objections) implements PolicyOutcome {
    public Guarded {
      objections = List.copyOf(objections);
    }
  }
}
