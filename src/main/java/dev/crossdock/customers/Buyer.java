package dev.crossdock.customers;

import java.util.Set;
import java.util.UUID;

/**
 * What is known of a person who ordered without knowing who it is.
 *
 * @param business whether a company was told
 * @param records the latest records of the same person, this one among them; of somebody with very many the last
 *     {@link PersonalData#SAME_BUYER_MAX}
 */
public record Buyer(boolean business, Set<UUID> records) {

  public Buyer {
    records = Set.copyOf(records);
  }
}
