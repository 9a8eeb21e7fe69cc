package dev.crossdock.channels;

import java.util.Map;

/**
 * An account to be stored; credentials are sealed and never shown again.
 *
 * @param account 1 to 64 of {@code a-z A-Z 0-9 . _ -}: it stands in the webhook's address
 */
public record NewChannelAccount(
    String channel, String account, String name, Map<String, String> settings, Map<String, String> credentials) {}
