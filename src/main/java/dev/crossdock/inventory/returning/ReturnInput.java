package dev.crossdock.inventory.returning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A return as somebody announces it, unchecked.
 *
 * @param number null for the next of ours
 * @param reference what it is called elsewhere: an RMA, an order
 */
public record ReturnInput(
    @Nullable String number,
    @Nullable String reference,
    String sku,
    String location,
    long units,
    @Nullable LocalDate expectedOn) {}
