package dev.crossdock.catalog;

import dev.crossdock.catalog.internal.SkuText;

/**
 * A SKU as one account of a channel names it. White space around each part is cut off, so that a listing and an order
 * line that differ by a blank are the same thing.
 */
public record ChannelSku(String channel, String account, String sku) {

  public ChannelSku {
    channel = SkuText.strip(channel);
    account = SkuText.strip(account);
    sku = SkuText.strip(sku);
  }

  @Override
  public String toString() {
    return channel + "/" + account + "/" + sku;
  }
}
