package dev.crossdock.channels.pushing.internal;

/**
 * An account taken on.
 *
 * @param fence goes up each time, so that a slow one has no say after a later one
 * @param failures in a row before this turn
 */
public record Turn(String channel, String account, long fence, int failures) {}
