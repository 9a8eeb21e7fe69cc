package dev.crossdock.sandbox;

import dev.crossdock.sandbox.stock.Shelf;

/** One account at a simulated channel: its orders, and what it shows its buyers. */
public final class Outlet {

  private final Shop shop;
  private final String account;
  private final String prefix;
  private final OrderBook orders = new OrderBook();
  private final Shelf shelf = new Shelf();

  /**
   * An account.
   *
   * @param prefix of its addresses, so that many share a port; empty for none
   */
  Outlet(Shop shop, String account, String prefix) {
    this.shop = shop;
    this.account = account;
    this.prefix = prefix;
  }

  public Shop shop() {
    return shop;
  }

  /** What the merchant calls it. */
  public String account() {
    return account;
  }

  public Shelf shelf() {
    return shelf;
  }

  String prefix() {
    return prefix;
  }

  OrderBook orders() {
    return orders;
  }

  @Override
  public String toString() {
    return shop.channel() + "/" + account;
  }
}
