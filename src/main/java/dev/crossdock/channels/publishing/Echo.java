package dev.crossdock.channels.publishing;

import dev.crossdock.catalog.ChannelSku;

/**
 * Something copied the number that a channel shows back into our stock, again and again, so that each time less, or
 * more, was left to show.
 *
 * @param shown the number the channel took last, and our stock was set to
 * @param owed what the listing's rule would show of that
 * @param source who set the stock
 */
public record Echo(ChannelSku listing, String sku, int shown, int owed, String source) {}
