package dev.crossdock.orders.exceptions;

/** What kind of thing failed. */
public enum ExceptionType {
  INTAKE_INVALID("Message not understood"),
  MAPPING_MISSING("SKU not mapped"),
  UNROUTABLE("No location can ship it"),
  OVERSOLD("Sold more than there is"),
  EDIT_CONFLICT("Changed after work began"),
  CHANNEL_PUSH_FAILED("Channel refused our call"),
  POLICY_UNUSABLE("Routing policy can't be read"),
  POLICY_FELL_BACK("Routing policy taken back");

  private final String words;

  ExceptionType(String words) {
    this.words = words;
  }

  /** What people read. */
  public String words() {
    return words;
  }
}
