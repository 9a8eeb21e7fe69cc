package dev.crossdock.routing.internal;

import dev.crossdock.orders.OrderId;
import java.time.Instant;
import java.util.UUID;

/** A kept decision; {@code detail} is its JSON. */
public record DecisionRow(
    OrderId order, UUID id, String policy, String outcome, String sentence, String detail, Instant decidedAt) {}
