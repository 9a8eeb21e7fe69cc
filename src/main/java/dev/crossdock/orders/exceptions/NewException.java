package dev.crossdock.orders.exceptions;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that failed and needs a person.
 *
 * @param groupKey the root cause: exceptions of one cause are worked as one
 * @param dedupKey what exactly failed: while such an exception is open, the same failure opens no second one
 * @param sentence effect and cause in plain words; no personal data
 * @param remedy what would settle it
 */
public record NewException(
    ExceptionType type,
    String groupKey,
    String dedupKey,
    @Nullable UUID order,
    @Nullable UUID message,
    @Nullable String channel,
    @Nullable String account,
    String sentence,
    String remedy,
    Map<String, String> evidence) {}
