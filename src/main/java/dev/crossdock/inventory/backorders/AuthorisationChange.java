package dev.crossdock.inventory.backorders;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Other terms for an authorisation; what is null stays as it is. */
public record AuthorisationChange(
    @Nullable Long units,
    @Nullable LocalDate promisedOn,
    @Nullable LocalDate releaseOn,
    @Nullable LocalDate endsOn) {}
