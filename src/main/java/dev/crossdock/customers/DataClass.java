package dev.crossdock.customers;

/** What a piece of personal data is for; decides who may read it and whether the search finds it. */
public enum DataClass {
  /** Who ordered. */
  ORDER_CONTACT,
  /** Where the goods go. */
  SHIP_TO,
  /** Who is billed. */
  BILL_TO,
  /** What the buyer or an operator wrote in words of their own. */
  ORDER_NOTE;

  /** A bill's address repeats the others in nearly every order, and notes are not for searching. */
  public boolean searchable() {
    return switch (this) {
      case ORDER_CONTACT, SHIP_TO -> true;
      case BILL_TO, ORDER_NOTE -> false;
    };
  }
}
