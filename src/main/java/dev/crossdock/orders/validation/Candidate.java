package dev.crossdock.orders.validation;

import dev.crossdock.customers.AddressProblem;
import dev.crossdock.orders.ResolvedOrder;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order with the facts that rules judge it by, gathered beforehand so that the rules stay pure.
 *
 * @param addressProblems what is wrong with the shipping address, empty when nothing is or none is needed
 * @param addressMissing a parcel is to be sent and no address was told
 * @param restrictedCountries ISO codes this merchant does not ship to
 * @param pickupProblem what keeps the place at which the buyer collects from being known, and what would help; null
 *     where it is known or nobody collects
 * @param lookalikes numbers of other orders of the same buyer with the same content within a short time
 * @param totalDifference what the channel's total exceeds the sum of the parts by, in minor units; 0 when it fits or
 *     can't be told
 */
public record Candidate(
    ResolvedOrder order,
    List<AddressProblem> addressProblems,
    boolean addressMissing,
    Set<String> restrictedCountries,
    @Nullable String pickupProblem,
    List<String> lookalikes,
    long totalDifference) {}
