package dev.crossdock.routing.network;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.KnownSkus;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.routing.network.internal.Entries.Wanted;
import dev.crossdock.routing.network.internal.Entries;
import dev.crossdock.routing.network.internal.EntryStore;
import dev.crossdock.routing.network.internal.ItemRules;
import dev.crossdock.routing.network.internal.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What SKUs ask of whoever ships them, now and at any instant of the past. */
public final class NetworkItems {

  private static final int MERCHANTS_MAX = 200;

  private final KnownSkus skus;
  private final Entries<Item> entries;
  private final EntryStore store = new EntryStore();
  private final Map<Integer, KeptWords> keptWords = new ConcurrentHashMap<>();

  public NetworkItems(KnownSkus skus, Journal journal, Ids ids) {
    this.skus = skus;
    this.entries = new Entries<>(Kind.ITEM, Item.class, journal, ids);
  }

  /** Keeps the items, whole; wrong ones are refused by name. The caller undoes all of it or leaves the others. */
  public Told<Item> put(Tx tx, List<ItemInput> inputs) {
    Set<String> named =
        inputs.stream()
            .map(ItemInput::sku)
            .filter(Objects::nonNull)
            .map(String::strip)
            .filter(sku -> sku.indexOf('\0') < 0)
            .collect(Collectors.toSet());
    Set<String> known = skus.known(tx, named);
    List<ItemError> errors = new ArrayList<>();
    List<Wanted<Item>> wanted = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      Wanted<Item> judged = ItemRules.judge(i, inputs.get(i), known, errors);
      if (judged != null) {
        wanted.add(judged);
      }
    }
    return entries.put(tx, wanted, errors);
  }

  /** The SKU is again one of which nobody has said anything. */
  public Told<Item> remove(Tx tx, String sku, @Nullable Integer expected) {
    return entries.put(tx, List.of(new Wanted<>(0, sku, expected, null)), new ArrayList<>());
  }

  /** In the order of their SKUs, from behind this one. */
  public List<Kept<Item>> list(Tx tx, @Nullable String after, int limit) {
    return entries.page(tx, after == null ? "" : after, limit);
  }

  public Optional<Kept<Item>> find(Tx tx, String sku) {
    return entries.find(tx, sku);
  }

  /** Of these SKUs, those of which something is told. */
  public Map<String, Kept<Item>> get(Tx tx, Set<String> wanted) {
    return entries.get(tx, wanted);
  }

  /** The same, as it was at that instant. */
  public Map<String, Kept<Item>> then(Tx tx, Set<String> wanted, Instant at) {
    return entries.then(tx, wanted, at);
  }

  /**
   * The words that are told of any item.
   *
   * @param tags of items
   * @param hazmat classes of dangerous goods
   */
  public record Words(Set<String> tags, Set<String> hazmat) {
    public Words {
      tags = Set.copyOf(tags);
      hazmat = Set.copyOf(hazmat);
    }
  }

  private record KeptWords(UUID revision, Words words) {}

  /** What is told of items now; kept in memory until an item changes. */
  public Words words(Tx tx) {
    UUID revision = store.revisions(tx).get(Kind.ITEM);
    if (revision == null) {
      return new Words(Set.of(), Set.of());
    }
    KeptWords last = keptWords.get(tx.merchant().id());
    if (last != null && last.revision().equals(revision)) {
      return last.words();
    }
    Words words = new Words(store.itemTags(tx), store.itemHazmat(tx));
    if (keptWords.size() >= MERCHANTS_MAX) {
      keptWords.clear();
    }
    keptWords.put(tx.merchant().id(), new KeptWords(revision, words));
    return words;
  }
}
