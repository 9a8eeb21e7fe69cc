package dev.crossdock.routing.conditions;

import java.util.List;

/** What kind of value a field has, and so how it can be compared. */
public enum FieldType {
  WORD(Op.IS, Op.IS_NOT, Op.IN, Op.NOT_IN, Op.STARTS_WITH),
  /** A word that only ever is the beginning of something. */
  PREFIX(Op.STARTS_WITH),
  /** A word out of a list that is known. */
  CHOICE(Op.IS, Op.IS_NOT, Op.IN, Op.NOT_IN),
  /** Any number of words; {@code starts with} holds when one of them does. */
  WORDS(Op.CONTAINS_ANY, Op.CONTAINS_ALL, Op.CONTAINS_NONE, Op.STARTS_WITH),
  /** Any number of words out of a list that is known. */
  CHOICES(Op.CONTAINS_ANY, Op.CONTAINS_ALL, Op.CONTAINS_NONE),
  NUMBER(Op.IS, Op.IS_NOT, Op.AT_LEAST, Op.AT_MOST, Op.BETWEEN),
  /** An amount in a currency; of an order in another currency it is not known. */
  MONEY(Op.AT_LEAST, Op.AT_MOST, Op.BETWEEN),
  YES_NO(Op.IS);

  private final List<Op> ops;

  FieldType(Op... ops) {
    this.ops = List.of(ops);
  }

  List<Op> ops() {
    return ops;
  }
}
