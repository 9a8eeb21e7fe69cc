package dev.crossdock.sandbox;

/** What becomes of an order at its channel, and of the messages about it on their way. */
enum Story {
  PLAIN,
  /** The same message is delivered twice. */
  TWICE,
  /** The update overtakes the creation. */
  UPDATE_FIRST,
  /** The cancellation overtakes the creation. */
  CANCEL_FIRST,
  /** The buyer changes their mind after a while. */
  CANCELLED_LATER,
  /** Placed unpaid; the money comes after a while. */
  PAID_LATER,
  /** The address has no postcode; the buyer corrects it after a while. */
  NO_POSTCODE,
  /** Bought in the store and carried out. */
  AT_THE_TILL,
  WITH_TIP,
  WITH_CODE,
  /** Holds a SKU that nobody has mapped. */
  UNMAPPED,
  /** The webhook is lost on its way; only a poll finds the order. */
  LOST,
  /** A plugin adds to the total what it states nowhere else. */
  WRONG_TOTAL,
  /** Pending at first, without prices and address; released after a while. */
  PENDING,
  /** The channel ships it from its own warehouse. */
  BY_CHANNEL,
  /** The message is cut off in the middle. Rare, so told only in the first deck and in every tenth after it. */
  TORN
}
