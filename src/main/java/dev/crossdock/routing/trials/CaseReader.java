package dev.crossdock.routing.trials;

import dev.crossdock.routing.criteria.Fault;
import dev.crossdock.routing.facts.OrderFacts;
import dev.crossdock.routing.trials.internal.CaseParts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads cases from JSON. */
public final class CaseReader {

  private CaseReader() {}

  /**
   * An order as cases tell it, or all that is wrong with it; never throws.
   *
   * @param path where it stands, as a JSON pointer
   * @param now for an order that does not say when it was placed
   */
  public static Parsed<OrderFacts> order(JsonNode json, String path, Instant now) {
    List<Fault> faults = new ArrayList<>();
    OrderFacts order = CaseParts.order(json, path, now, faults);
    return faults.isEmpty() ? new Parsed.Read<>(order) : new Parsed.Wrong<>(faults);
  }

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
