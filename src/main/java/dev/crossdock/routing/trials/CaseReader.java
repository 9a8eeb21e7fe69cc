package dev.crossdock.routing.trials;

import dev.crossdock.routing.criteria.Fault;
import dev.crossdock.routing.trials.internal.CaseParts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads cases from JSON. */
public final class CaseReader {

  private CaseReader() {}

  /**
   * The case, or all that is wrong with it; never throws.
   *
   * @param now for a case that names no instant of its own
   */
  public static Parsed<Case> read(JsonNode json, Instant now) {
    List<Fault> faults = new ArrayList<>();
    CaseParts parts = CaseParts.read(json, now, faults);
    return faults.isEmpty()
        ? new Parsed.Read<>(new Case(parts.policy(), parts.policyVersion(), parts.facts()))
        : new Parsed.Wrong<>(faults);
  }
}
