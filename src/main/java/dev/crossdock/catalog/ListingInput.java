package dev.crossdock.catalog;

import org.jspecify.annotations.Nullable;

/** How one account of a channel names a SKU, as somebody tells it, unchecked. */
public record ListingInput(
    @Nullable String channel, @Nullable String account, @Nullable String channelSku, @Nullable String sku) {}
