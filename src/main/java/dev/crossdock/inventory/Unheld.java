package dev.crossdock.inventory;

/** A line that does not hold what was to be given back, moved or shipped; {@code held} is what it does hold. */
public record Unheld(Reservation asked, int held) {}
