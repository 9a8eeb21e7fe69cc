package dev.crossdock.routing.network;

import java.time.Instant;

/**
 * A profile, item or rate card as it is stored.
 *
 * @param name the location's code, the SKU, the card's code
 * @param version counts its changes, from 1
 * @param since when this version began to hold
 */
public record Kept<T>(String name, int version, Instant since, T content) {}
