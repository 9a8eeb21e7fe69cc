package dev.crossdock.inventory.groups;

import dev.crossdock.inventory.Reservation;
import java.util.UUID;

/** Units that a document's line takes out of an allocation. */
public record Draw(UUID allocation, Reservation taken) {}
