package dev.crossdock.inventory.documents;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which documents to list, the latest first.
 *
 * @param state of this state only; null for all
 * @param text part of the number, a whole SKU, or the supplier of a purchase order; null for all
 * @param after the id of the last document of the page before; null for the first page
 * @param limit 1 to 500; anything else is taken as the nearest of these
 */
public record DocumentQuery(@Nullable String state, @Nullable String text, @Nullable UUID after, int limit) {

  private static final int LIMIT_MAX = 500;

  public DocumentQuery {
    limit = Math.clamp(limit, 1, LIMIT_MAX);
  }

  /** The parameters {@code before}, {@code state}, {@code text} and {@code limit} of a list's statement. */
  public Map<String, @Nullable Object> params() {
    Map<String, @Nullable Object> params = new HashMap<>();
    params.put("before", (after == null ? new UUID(-1, -1) : after).toString());
    params.put("state", state);
    params.put("text", text);
    params.put("limit", limit);
    return params;
  }
}
