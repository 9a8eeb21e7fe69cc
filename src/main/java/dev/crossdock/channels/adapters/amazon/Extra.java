package dev.crossdock.channels.adapters.amazon;

import dev.crossdock.channels.IncomingCharge;

/** What Amazon charges with an item besides the item; each has an amount, a tax and a discount of its own. */
enum Extra {
  SHIPPING(IncomingCharge.Kind.SHIPPING, "Shipping"),
  GIFT_WRAP(IncomingCharge.Kind.GIFT_WRAP, "Gift wrap"),
  COD_FEE(IncomingCharge.Kind.FEE, "Cash on delivery"),
  OTHER(IncomingCharge.Kind.FEE, "Other");

  private final IncomingCharge.Kind kind;
  private final String title;

  Extra(IncomingCharge.Kind kind, String title) {
    this.kind = kind;
    this.title = title;
  }

  IncomingCharge.Kind kind() {
    return kind;
  }

  String title() {
    return title;
  }
}
