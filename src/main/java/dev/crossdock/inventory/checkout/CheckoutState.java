package dev.crossdock.inventory.checkout;

/** What has become of a checkout hold; only {@link #HELD} holds units. */
public enum CheckoutState {
  HELD,
  /** An order took the units over. */
  CLAIMED,
  /** Given back before the time was over. */
  RELEASED,
  /** Given back because the time was over. */
  EXPIRED
}
