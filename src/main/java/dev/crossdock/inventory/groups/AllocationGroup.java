package dev.crossdock.inventory.groups;

import org.jspecify.annotations.Nullable;

/**
 * Whose orders draw on units kept apart.
 *
 * @param account of the channel; null for all its accounts
 */
public record AllocationGroup(String code, String channel, @Nullable String account) {

  /** Whether orders from here belong to it. */
  public boolean holds(@Nullable String orderChannel, @Nullable String orderAccount) {
    return channel.equals(orderChannel) && (account == null || account.equals(orderAccount));
  }
}
