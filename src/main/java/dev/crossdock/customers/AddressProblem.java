package dev.crossdock.customers;

/**
 * Something about an address.
 *
 * @param field the field of {@link PostalAddress} it is about
 * @param rule a stable word for programs: {@code required}, {@code unknown}, {@code format}, {@code mismatch}
 * @param sentence for people; tells what is expected, never what was given
 */
public record AddressProblem(Level level, String field, String rule, String sentence) {

  /** How bad it is. */
  public enum Level {
    /** No carrier could deliver: the order is held. */
    WRONG,
    /** May be right all the same: shown, holds nothing. */
    DOUBTFUL
  }

  /** Whether the parcel had better not leave. */
  public boolean blocking() {
    return level == Level.WRONG;
  }
}
