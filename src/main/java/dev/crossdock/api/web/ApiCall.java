package dev.crossdock.api.web;

import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.security.ApiCaller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request of a caller.
 *
 * @param id joins log, journal and answer
 * @param operation method and path
 * @param inputHash SHA-256 of the operation and the body
 * @param idempotencyKey what the header {@code Idempotency-Key} said
 */
public record ApiCall(
    ApiCaller caller, UUID id, String operation, byte[] inputHash, @Nullable String idempotencyKey) {

  public Merchant merchant() {
    return caller.merchant();
  }

  Cause cause() {
    return Cause.of(caller.actor(), "api", id);
  }
}
