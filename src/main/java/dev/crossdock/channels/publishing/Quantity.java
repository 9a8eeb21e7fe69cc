package dev.crossdock.channels.publishing;

import dev.crossdock.catalog.ChannelSku;
import java.time.Instant;

/**
 * What a listing has to show at one of its channel's locations.
 *
 * @param location the channel's word for it; empty where it knows none
 * @param frozen nothing is told to the channel meanwhile
 * @param owed units to show
 * @param version counts the values owed, from 1; 0 before the first was reckoned
 */
public record Quantity(
    ChannelSku listing, String location, String sku, boolean frozen, int owed, Instant owedAt, int version) {

  Quantity owing(String newSku, boolean nowFrozen, int units, Instant since) {
    return version > 0 && units == owed
        ? new Quantity(listing, location, newSku, nowFrozen, owed, owedAt, version)
        : new Quantity(listing, location, newSku, nowFrozen, units, since, version + 1);
  }
}
