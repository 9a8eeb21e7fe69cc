package dev.crossdock.api.v1.backorders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.inventory.backorders.Authorisation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Units of a SKU that may be sold ahead.
 *
 * @param authorised all that may be sold under it
 * @param open sold and still waited for
 * @param filled sold and provided with stock since
 * @param promisedOn absent where it follows what is incoming
 * @param closedAt since when nothing more may be sold under it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuthorisationView(
    UUID id,
    String sku,
    @Nullable String channel,
    @Nullable String account,
    String kind,
    int authorised,
    int open,
    int filled,
    @Nullable LocalDate promisedOn,
    @Nullable LocalDate releaseOn,
    @Nullable LocalDate endsOn,
    Instant createdAt,
    @Nullable Instant closedAt,
    int version) {

  static AuthorisationView of(Authorisation a) {
    return new AuthorisationView(
        a.id(), a.sku(), a.channel(), a.account(), a.kind().name(), a.authorised(), a.open(), a.filled(),
        a.promisedOn(), a.releaseOn(), a.endsOn(), a.createdAt(), a.closedAt(), a.version());
  }
}
