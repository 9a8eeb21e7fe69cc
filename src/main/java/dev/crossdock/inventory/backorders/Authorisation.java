package dev.crossdock.inventory.backorders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Units of a SKU that may be sold before they are there.
 *
 * @param channel whose orders may use it; null for all
 * @param account of that channel; null for all its accounts
 * @param authorised all that may be sold under it
 * @param open sold and still waited for
 * @param filled sold and provided with stock since; they stay used, so that what arrives is not offered twice
 * @param promisedOn when buyers are told that the units come; null: as what is incoming comes in, and never more than
 *     that
 * @param releaseOn of a pre-order: before this day, none leaves
 * @param endsOn the last day it may be sold under; null for none
 * @param closedAt since when nothing more may be sold; null while something may
 * @param version counts what was commanded, from 1; orders that use it do not count
 */
public record Authorisation(
    UUID id,
    String sku,
    @Nullable String channel,
    @Nullable String account,
    AuthorisationKind kind,
    int authorised,
    int open,
    int filled,
    @Nullable LocalDate promisedOn,
    @Nullable LocalDate releaseOn,
    @Nullable LocalDate endsOn,
    int version,
    Instant createdAt,
    @Nullable Instant closedAt) {

  /** Units that are sold under it. */
  public int used() {
    return open + filled;
  }

  /** Whether orders from here may use it. */
  public boolean fits(@Nullable String orderChannel, @Nullable String orderAccount) {
    return (channel == null || channel.equals(orderChannel)) && (account == null || account.equals(orderAccount));
  }

  /** Whether units may still be sold under it on this day, as far as days are concerned. */
  public boolean sells(LocalDate today) {
    return closedAt == null && !isOver(today);
  }

  /** Whether its days are over: what was to be sold ahead of them cannot be any more. */
  public boolean isOver(LocalDate today) {
    return (endsOn != null && endsOn.isBefore(today))
        || (promisedOn != null && promisedOn.isBefore(today))
        || (releaseOn != null && !releaseOn.isAfter(today));
  }

  /** Units that may still be sold under it, before it is compared with what is incoming. */
  public int left(LocalDate today) {
    return sells(today) ? authorised - used() : 0;
  }

  /** Whether what it sells must not leave yet. */
  public boolean unreleased(LocalDate today) {
    return releaseOn != null && releaseOn.isAfter(today);
  }

  /** The same with other terms. */
  public Authorisation with(
      int units, @Nullable LocalDate promised, @Nullable LocalDate release, @Nullable LocalDate ends) {
    return new Authorisation(
        id, sku, channel, account, kind, units, open, filled, promised, release, ends, version + 1, createdAt,
        closedAt);
  }

  /** The same, closed. */
  public Authorisation closed(Instant at) {
    return new Authorisation(
        id, sku, channel, account, kind, authorised, open, filled, promisedOn, releaseOn, endsOn, version + 1,
        createdAt, at);
  }
}
