package dev.crossdock.orders.shortage;

import dev.crossdock.inventory.backorders.Ahead;
import dev.crossdock.inventory.backorders.AuthorisationKind;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Units of a line that were sold before they were there.
 *
 * @param authorisation under which they were sold
 * @param units of them that are waited for
 * @param filled of them that have got their stock since
 * @param promisedOn what the buyer was told; the authorisation knows what is expected now
 */
public record SoldAhead(UUID authorisation, AuthorisationKind kind, int units, int filled, LocalDate promisedOn) {

  /** Units just sold. */
  public static SoldAhead of(Ahead ahead) {
    return new SoldAhead(ahead.authorisation(), ahead.kind(), ahead.units(), 0, ahead.promisedOn());
  }

  SoldAhead fill(int some) {
    return new SoldAhead(authorisation, kind, units - some, filled + some, promisedOn);
  }

  SoldAhead giveBack(int some) {
    return new SoldAhead(authorisation, kind, units - some, filled, promisedOn);
  }

  SoldAhead more(int some) {
    return giveBack(-some);
  }

  boolean sameAs(SoldAhead other) {
    return authorisation.equals(other.authorisation) && promisedOn.equals(other.promisedOn);
  }
}
