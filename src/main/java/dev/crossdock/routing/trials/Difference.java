package dev.crossdock.routing.trials;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order that went, or would have gone, different ways.
 *
 * @param draft what the draft decides, in a sentence
 * @param active what the policy in force decides
 * @param really where it went
 * @param policies whether the two policies differ; false when only what happened does
 * @param draftCost minor units of the currency; null where it is not known or nothing leaves
 */
public record Difference(
    UUID order,
    String number,
    String draft,
    String active,
    String really,
    boolean policies,
    @Nullable Long draftCost,
    @Nullable Long activeCost,
    @Nullable Long reallyCost,
    String currency) {}
