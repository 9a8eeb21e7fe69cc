package dev.crossdock.inventory.backorders;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Units that may be sold ahead, and what their buyer is told.
 *
 * @param promisedOn when they come
 */
public record Ahead(UUID authorisation, AuthorisationKind kind, int units, LocalDate promisedOn) {}
