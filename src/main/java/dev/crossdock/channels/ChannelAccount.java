package dev.crossdock.channels;

import dev.crossdock.platform.db.Merchant;

/**
 * One shop or seller id of a merchant, with its secrets open: never log it, never answer with it.
 *
 * @param name what people call it
 */
public record ChannelAccount(Merchant merchant, String name, boolean active, AccountSettings settings) {}
