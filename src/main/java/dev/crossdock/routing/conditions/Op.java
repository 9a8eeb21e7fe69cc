package dev.crossdock.routing.conditions;

import java.util.Arrays;
import java.util.Optional;

/** How a field is compared. */
public enum Op {
  IS("is", Takes.ONE, "is"),
  IS_NOT("is not", Takes.ONE, "is not"),
  IN("in", Takes.LIST, "is one of"),
  NOT_IN("not in", Takes.LIST, "is none of"),
  AT_LEAST("at least", Takes.ONE, "is at least"),
  AT_MOST("at most", Takes.ONE, "is at most"),
  /** Both ends belong to it. */
  BETWEEN("between", Takes.TWO, "is between"),
  STARTS_WITH("starts with", Takes.LIST, "begins with"),
  CONTAINS_ANY("contains any", Takes.LIST, "has any of"),
  CONTAINS_ALL("contains all", Takes.LIST, "has all of"),
  CONTAINS_NONE("contains none", Takes.LIST, "has none of"),
  KNOWN("is known", Takes.NOTHING, "is known"),
  UNKNOWN("is unknown", Takes.NOTHING, "is not known");

  /** How many values it is compared with. */
  public enum Takes {
    NOTHING,
    ONE,
    TWO,
    LIST
  }

  private final String word;
  private final Takes takes;
  private final String phrase;

  Op(String word, Takes takes, String phrase) {
    this.word = word;
    this.takes = takes;
    this.phrase = phrase;
  }

  /** Its name in policies. */
  public String word() {
    return word;
  }

  public Takes takes() {
    return takes;
  }

  /** What stands between the field and the value in a sentence. */
  String phrase() {
    return phrase;
  }

  static Optional<Op> of(String word) {
    return Arrays.stream(values()).filter(op -> op.word.equals(word)).findFirst();
  }
}
