package dev.crossdock.inventory.lots;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A lot at one location.
 *
 * @param lot empty for units whose lot nobody has told
 * @param onHand units that lie there, blocked ones included
 * @param expired blocked because the lot must not be sold any more
 */
public record LotAt(
    String lot,
    @Nullable LocalDate expiresOn,
    String location,
    int onHand,
    int damaged,
    int qualityControl,
    int expired) {}
