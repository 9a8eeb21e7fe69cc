package dev.crossdock.api.v1.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.customers.Kept;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That personal data of this order is kept, without what it says.
 *
 * @param kind what it is for
 * @param keptUntil when it goes; absent while that is open
 * @param erasedAt when it went; absent while it is there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonalDataView(String kind, boolean erased, @Nullable Instant keptUntil, @Nullable Instant erasedAt) {

  static PersonalDataView of(Kept kept) {
    return new PersonalDataView(
        kept.dataClass().name(),
        kept.erasedAt() != null,
        kept.erasedAt() == null ? kept.until() : null,
        kept.erasedAt());
  }
}
