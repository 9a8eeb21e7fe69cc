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
 * @param kept units kept back because sales are fast against the time its channel takes to be told
 * @param allotted whether units are shared out, so that these are this listing's alone
 */
public record Quantity(
    ChannelSku listing,
    String location,
    String sku,
    boolean frozen,
    int owed,
    Instant owedAt,
    int version,
    int kept,
    boolean allotted) {

  Quantity owing(String newSku, boolean nowFrozen, Following.Outcome outcome, Instant since) {
    boolean same = version > 0 && (outcome.owed() == owed || outcome.counted());
    return new Quantity(
        listing, location, newSku, nowFrozen, outcome.owed(), same ? owedAt : since, same ? version : version + 1,
        outcome.kept(), outcome.allotted());
  }
}
