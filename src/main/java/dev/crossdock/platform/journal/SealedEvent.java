package dev.crossdock.platform.journal;

/** A fact with its final place in the merchant's sealed history: what a reader is given. */
public record SealedEvent(JournalPosition position, JournalEvent event) {}
