package dev.crossdock.channels;

/**
 * One setting of a channel account.
 *
 * @param secret stored encrypted, never shown again
 */
public record AccountField(String key, String label, String hint, boolean secret, boolean required) {}
