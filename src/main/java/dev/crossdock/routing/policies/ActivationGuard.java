package dev.crossdock.routing.policies;

import dev.crossdock.platform.db.Tx;
import java.util.List;

/**
 * Has a word before a version decides: for instance that it was tried on past orders and did not make them dearer. A
 * named person may override it with a reason, and both are kept.
 */
public interface ActivationGuard {

  /** What speaks against the version; empty when nothing does. */
  List<Objection> objections(Tx tx, PolicyVersion candidate, PolicyVersion active);

  /**
   * What speaks against it.
   *
   * @param rule a stable word
   */
  record Objection(String rule, String sentence) {}
}
