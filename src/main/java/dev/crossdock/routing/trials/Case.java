package dev.crossdock.routing.trials;

import dev.crossdock.routing.facts.Facts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A decision somebody wants to see, with everything it depends on.
 *
 * @param policy as it was pasted; null for a version that is stored
 * @param policyVersion null for the one in force, or the pasted one
 */
public record Case(@Nullable JsonNode policy, @Nullable Integer policyVersion, Facts facts) {}
