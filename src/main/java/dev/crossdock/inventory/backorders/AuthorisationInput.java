package dev.crossdock.inventory.backorders;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An authorisation as somebody asks for it, unchecked.
 *
 * @param promisedOn null for a backorder that follows what is incoming, or a pre-order promised for its release
 */
public record AuthorisationInput(
    String sku,
    @Nullable String channel,
    @Nullable String account,
    AuthorisationKind kind,
    long units,
    @Nullable LocalDate promisedOn,
    @Nullable LocalDate releaseOn,
    @Nullable LocalDate endsOn) {}
