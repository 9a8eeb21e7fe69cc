package dev.crossdock.orders;

/** Another transaction was faster; nothing was written, and the work is to be done again from what is true now. */
public final class StaleOrders extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean stock;

  StaleOrders(String what, boolean stock) {
    super(what);
    this.stock = stock;
  }

  /** For whatever else orders depend on, and somebody else was faster to take. */
  public static StaleOrders because(String what) {
    return new StaleOrders(what, false);
  }

  /** Whether stock ran out between planning and promising, so that the next attempt should lock it first. */
  public boolean stock() {
    return stock;
  }
}
