package dev.crossdock.inventory;

/**
 * Something that must never be true, and is.
 *
 * @param check which promise is broken: a stable word
 * @param subject what it is about: {@code stock:<sku>@<location>}
 * @param sentence what was found, for people
 */
public record Violation(String check, String subject, String sentence) {}
