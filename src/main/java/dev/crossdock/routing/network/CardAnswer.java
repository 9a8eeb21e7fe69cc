package dev.crossdock.routing.network;

import dev.crossdock.routing.facts.Tariffs.Quote;
import org.jspecify.annotations.Nullable;

/**
 * What one rate card says about one parcel.
 *
 * @param zone where the destination lies; null when that was not asked or could not be told
 * @param quote null when it does not carry the parcel
 * @param whyNot null when it does
 */
public record CardAnswer(
    String card,
    String carrier,
    String service,
    @Nullable String zone,
    @Nullable Quote quote,
    @Nullable WhyNot whyNot) {}
