package dev.crossdock.customers;

/** Why personal data is read. Each purpose sees only what it needs. */
public enum Purpose {
  /** Checking and changing an order. */
  ORDER,
  /** Choosing a place to ship from, packing, labels. */
  FULFILMENT,
  /** Invoices and tax. */
  ACCOUNTING,
  /** Telling the buyer something. */
  NOTIFICATION,
  /** A person's own request to see or take what is stored. */
  SUBJECT_REQUEST;

  public boolean maySee(DataClass dataClass) {
    return switch (this) {
      case ORDER, SUBJECT_REQUEST -> true;
      case FULFILMENT -> dataClass != DataClass.BILL_TO;
      case ACCOUNTING -> dataClass == DataClass.ORDER_CONTACT || dataClass == DataClass.BILL_TO;
      case NOTIFICATION -> dataClass == DataClass.ORDER_CONTACT;
    };
  }
}
