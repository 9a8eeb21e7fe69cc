package dev.crossdock.customers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a piece of personal data is kept, without what it says.
 *
 * @param until when it goes; null while its order is open
 * @param erasedAt when it went; null while it is there
 */
public record Kept(DataClass dataClass, @Nullable Instant until, @Nullable Instant erasedAt) {}
