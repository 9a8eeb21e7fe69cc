package dev.crossdock.orders;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An earlier order with the same content as one that comes in now.
 *
 * @param of the order that comes in
 * @param number the earlier order's number
 * @param contact the earlier order's buyer, to be compared through the personal data door
 */
public record Lookalike(ChannelRef of, String number, @Nullable UUID contact) {}
