package dev.crossdock.routing.network;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a SKU moves at a location.
 *
 * @param soldPerDay units shipped a day, over the last {@link Paces#DAYS} days
 * @param oldest since when the oldest units that still lie there have done so; null when nothing lies there, or longer
 *     than the ledger tells
 */
record Pace(double soldPerDay, @Nullable Instant oldest) {}
