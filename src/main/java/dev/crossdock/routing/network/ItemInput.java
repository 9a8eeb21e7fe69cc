package dev.crossdock.routing.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a SKU asks of whoever ships it, whole and unchecked; what is absent is not asked. Its weight is the catalogue's.
 *
 * @param version the version the caller has seen, 0 for none; an item that was changed meanwhile is refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemInput(
    @Nullable String sku,
    @Nullable Integer version,
    @Nullable Integer longestMm,
    @Nullable String hazmat,
    @Nullable String temperature,
    @Nullable Boolean oversize,
    @Nullable String together,
    @Nullable List<@Nullable String> tags) {

  /** As somebody would tell it again. */
  public static ItemInput of(Kept<Item> kept) {
    Item told = kept.content();
    return new ItemInput(
        kept.name(), kept.version(), told.longestMm(), told.hazmat(), told.temperature().name(), told.oversize(),
        told.together(), Loose.list(told.tags()));
  }
}
