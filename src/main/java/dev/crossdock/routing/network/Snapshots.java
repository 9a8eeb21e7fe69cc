package dev.crossdock.routing.network;

import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.Locations;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.network.internal.EntryStore;
import dev.crossdock.routing.network.internal.Kind;
import dev.crossdock.routing.network.internal.ReadOnce;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What changes seldom, kept by merchant and dropped when its revision changes: each transaction reads the revisions,
 * one cheap statement, and never trusts a clock. Revisions are read before what they stand for, so what is kept is
 * never older than its revision says.
 */
final class Snapshots {

  private static final int MERCHANTS_MAX = 2_000;
  private static final int ITEMS_MAX = 100_000;

  private final Locations locations;
  private final Profiles profiles;
  private final NetworkItems items;
  private final RateCardBook cards;
  private final EntryStore store = new EntryStore();
  private final Map<Merchant, Snapshot> kept = new ConcurrentHashMap<>();
  private final Map<Merchant, KeptItems> keptItems = new ConcurrentHashMap<>();

  /** Items as of a revision; SKUs of which nothing is told are kept as plain ones. */
  private record KeptItems(UUID revision, Map<String, Item> items) {}

  Snapshots(Locations locations, Profiles profiles, NetworkItems items, RateCardBook cards) {
    this.locations = locations;
    this.profiles = profiles;
    this.items = items;
    this.cards = cards;
  }

  /** Profiles and cards as they are in this transaction. */
  Snapshot now(Tx tx) {
    Map<Kind, UUID> revisions = ReadOnce.of(tx).revisions(() -> store.revisions(tx));
    List<Location> places = locations.list(tx);
    Snapshot last = kept.get(tx.merchant());
    UUID profilesRevision = revisions.get(Kind.PROFILE);
    UUID cardsRevision = revisions.get(Kind.RATE_CARD);
    if (last != null
        && Objects.equals(last.profilesRevision(), profilesRevision)
        && Objects.equals(last.cardsRevision(), cardsRevision)
        && last.locations().equals(places)) {
      return last;
    }
    Map<String, Profile> told = new HashMap<>();
    if (profilesRevision != null) {
      profiles.list(tx).forEach(profile -> told.put(profile.name(), profile.content()));
    }
    Snapshot next =
        Snapshot.of(
            profilesRevision, cardsRevision, places, told, cardsRevision == null ? List.of() : cards.list(tx));
    put(kept, tx.merchant(), next);
    return next;
  }

  /** What these SKUs ask for; those of which nothing is told may be absent. */
  Map<String, Item> items(Tx tx, Set<String> skus) {
    UUID revision = ReadOnce.of(tx).revisions(() -> store.revisions(tx)).get(Kind.ITEM);
    if (revision == null) {
      return Map.of();
    }
    KeptItems last = keptItems.get(tx.merchant());
    if (last == null || !last.revision().equals(revision) || last.items().size() > ITEMS_MAX) {
      last = new KeptItems(revision, new ConcurrentHashMap<>());
      put(keptItems, tx.merchant(), last);
    }
    Map<String, Item> known = last.items();
    Set<String> missing =
        skus.stream().filter(sku -> !known.containsKey(sku)).collect(Collectors.toSet());
    Map<String, Item> found = new HashMap<>();
    if (!missing.isEmpty()) {
      missing.forEach(sku -> found.put(sku, Item.PLAIN));
      items.get(tx, missing).forEach((sku, item) -> found.put(sku, item.content()));
      known.putAll(found);
    }
    skus.forEach(sku -> found.putIfAbsent(sku, known.getOrDefault(sku, Item.PLAIN)));
    return found;
  }

  private static <T> void put(Map<Merchant, T> cache, Merchant merchant, T value) {
    if (cache.size() >= MERCHANTS_MAX) {
      cache.clear();
    }
    cache.put(merchant, value);
  }
}
