package dev.crossdock.platform.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What waits to be worked on, over all merchants; {@code oldest} is null when nothing waits. */
public record Backlog(long messages, @Nullable Instant oldest) {}
