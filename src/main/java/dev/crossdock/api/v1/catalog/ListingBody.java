package dev.crossdock.api.v1.catalog;

import dev.crossdock.catalog.ListingInput;
import org.jspecify.annotations.Nullable;

/** How one account of a channel names a SKU. */
record ListingBody(
    @Nullable String channel, @Nullable String account, @Nullable String channelSku, @Nullable String sku) {

  ListingInput input() {
    return new ListingInput(channel, account, channelSku, sku);
  }
}
