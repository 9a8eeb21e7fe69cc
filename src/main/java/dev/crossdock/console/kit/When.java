package dev.crossdock.console.kit;

/**
 * A moment on a page.
 *
 * @param iso UTC, for machines
 * @param text short, in the person's zone: {@code Today 10:12}
 * @param title in full, with the zone, and in UTC
 * @param relative how long ago or ahead: {@code 12 min ago}
 */
public record When(String iso, String text, String title, String relative) {}
