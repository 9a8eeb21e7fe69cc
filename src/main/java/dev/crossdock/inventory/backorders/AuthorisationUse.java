package dev.crossdock.inventory.backorders;

import java.util.UUID;

/**
 * How much of an authorisation a document's line uses.
 *
 * @param units waited for
 * @param filled provided with stock
 */
public record AuthorisationUse(UUID document, int line, UUID authorisation, int units, int filled) {

  /** Both together, of the same line and authorisation. */
  public AuthorisationUse plus(AuthorisationUse other) {
    return new AuthorisationUse(document, line, authorisation, units + other.units, filled + other.filled);
  }
}
