package dev.crossdock.inventory.documents;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which documents to list, the latest first.
 *
 * @param state of this state only; null for all
 * @param text part of the number, or a whole SKU; null for all
 * @param after the id of the last document of the page before; null for the first page
 * @param limit 1 to 500; anything else is taken as the nearest of these
 */
public record DocumentQuery(@Nullable String state, @Nullable String text, @Nullable UUID after, int limit) {

  private static final int LIMIT_MAX = 500;

  public DocumentQuery {
    limit = Math.clamp(limit, 1, LIMIT_MAX);
  }

  /** The parameters of a list's statement. */
  public UUID before() {
    return after == null ? new UUID(-1, -1) : after;
  }
}
