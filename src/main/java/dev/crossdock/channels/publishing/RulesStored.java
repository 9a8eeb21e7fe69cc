package dev.crossdock.channels.publishing;

import java.util.List;

/** What became of rules: all were stored, or none. */
public sealed interface RulesStored {

  /** All of them hold from now on. */
  record Stored(int rules) implements RulesStored {}

  /** None was stored, for these reasons. */
  record Refused(List<Fault> faults) implements RulesStored {}

  /**
   * What is wrong with one rule.
   *
   * @param index of the rule among those given
   */
  record Fault(int index, String field, String code, String sentence) {}
}
