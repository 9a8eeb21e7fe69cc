package dev.crossdock.customers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One piece of personal data, as it was known once; a correction is another record with another ref.
 *
 * @param ref what everything else refers to it by; made by the caller, so that decisions can name it before it is stored
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

  @Override
  public String toString() {
    return "PersonalRecord[" + dataClass + " " + ref + "]";
  }
}
