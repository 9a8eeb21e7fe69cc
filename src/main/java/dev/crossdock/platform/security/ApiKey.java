package dev.crossdock.platform.security;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key as lists show it; the key itself is known to its holder alone. {@code lastUsedAt} is coarse. */
public record ApiKey(
    UUID id,
    String name,
    Set<Scope> scopes,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt) {}
