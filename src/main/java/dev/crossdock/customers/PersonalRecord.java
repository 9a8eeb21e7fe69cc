package dev.crossdock.customers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One piece of personal data, as it was known once; a correction is another record with another ref.
 *
 * @param ref what everything else refers to it by; made by the caller, so that decisions can name it beforehand
 * @param sourceChannel whose rules of retention apply; {@code manual} for what operators typed
 * @param retainUntil when it must be gone; null while that is not known yet
 */
public record PersonalRecord(
    UUID ref,
    DataClass dataClass,
    String sourceChannel,
    @Nullable Contact contact,
    @Nullable PostalAddress address,
    @Nullable String notes,
    @Nullable Instant retainUntil) {

  /** Who ordered; for how long it is kept is not known yet. */
  public static PersonalRecord contact(UUID ref, String sourceChannel, Contact contact) {
    return new PersonalRecord(ref, DataClass.ORDER_CONTACT, sourceChannel, contact, null, null, null);
  }

  /** Where the goods go. */
  public static PersonalRecord address(UUID ref, String sourceChannel, PostalAddress address) {
    return new PersonalRecord(ref, DataClass.SHIP_TO, sourceChannel, null, address, null, null);
  }

  /** Who is billed: stored alike, but not found by the search. */
  public static PersonalRecord billTo(UUID ref, String sourceChannel, PostalAddress address) {
    return new PersonalRecord(ref, DataClass.BILL_TO, sourceChannel, null, address, null, null);
  }

  /** What the buyer wrote in words of their own. */
  public static PersonalRecord note(UUID ref, String sourceChannel, String text) {
    return new PersonalRecord(ref, DataClass.ORDER_NOTE, sourceChannel, null, null, text, null);
  }

  /** The same, gone by then. */
  PersonalRecord until(@Nullable Instant gone) {
    return new PersonalRecord(ref, dataClass, sourceChannel, contact, address, notes, gone);
  }

  @Override
  public String toString() {
    return "PersonalRecord[" + dataClass + " " + ref + "]";
  }
}
