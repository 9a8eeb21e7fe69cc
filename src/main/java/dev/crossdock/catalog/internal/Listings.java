package dev.crossdock.catalog.internal;

import dev.crossdock.catalog.ChannelSku;
import dev.crossdock.catalog.ItemError;
import dev.crossdock.catalog.Listing;
import dev.crossdock.catalog.ListingInput;
import dev.crossdock.catalog.ListingsStored;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Journal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stores how channels name SKUs. */
public final class Listings {

  private static final int NAME_MAX = 64;

  private final Journal journal;
  private final SkuStore skus = new SkuStore();
  private final ListingStore store = new ListingStore();

  public Listings(Journal journal) {
    this.journal = journal;
  }

  public ListingsStored put(Tx tx, List<ListingInput> inputs) {
    List<ItemError> errors = new ArrayList<>();
    Map<Integer, Listing> wanted = acceptable(tx, inputs, errors);
    if (wanted.isEmpty()) {
      return new ListingsStored(0, 0, 0, Set.of(), errors);
    }
    Map<ChannelSku, Listing> known = store.lock(tx, wanted.values().stream().map(Listing::channelSku).toList());
    List<Listing> differing = new ArrayList<>();
    int created = 0;
    for (Listing listing : wanted.values()) {
      Listing was = known.get(listing.channelSku());
      if (was == null) {
        created++;
        differing.add(listing);
      } else if (!was.sku().equals(listing.sku())) {
        differing.add(new Listing(listing.channelSku(), listing.sku(), was.version() + 1));
      }
    }
    store.put(tx, differing);
    if (!differing.isEmpty()) {
      journal.append(tx, differing.stream().map(listing -> CatalogEvents.mapped(listing, tx.now())).toList());
    }
    Set<ChannelSku> resolvable = new LinkedHashSet<>();
    differing.forEach(listing -> resolvable.add(listing.channelSku()));
    int unchanged = wanted.size() - differing.size();
    return new ListingsStored(created, differing.size() - created, unchanged, resolvable, errors);
  }

  private Map<Integer, Listing> acceptable(Tx tx, List<ListingInput> inputs, List<ItemError> errors) {
    Map<Integer, Listing> wellFormed = new TreeMap<>();
    Map<ChannelSku, Integer> times = new HashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      Listing listing = wellFormed(i, inputs.get(i), errors);
      if (listing != null) {
        wellFormed.put(i, listing);
        times.merge(listing.channelSku(), 1, Integer::sum);
      }
    }
    Set<String> known = skus.known(tx, wellFormed.values().stream().map(Listing::sku).collect(Collectors.toSet()));
    Map<Integer, Listing> acceptable = new TreeMap<>();
    wellFormed.forEach(
        (index, listing) -> {
          if (times.getOrDefault(listing.channelSku(), 0) > 1) {
            String sentence = "The channel SKU is named more than once in this request.";
            errors.add(new ItemError(index, "channelSku", "duplicate", sentence));
          } else if (!known.contains(listing.sku())) {
            errors.add(new ItemError(index, "sku", "unknown", "There is no such SKU."));
          } else {
            acceptable.put(index, listing);
          }
        });
    return acceptable;
  }

  private static @Nullable Listing wellFormed(int index, ListingInput input, List<ItemError> errors) {
    int before = errors.size();
    String channel = text(index, "channel", input.channel(), NAME_MAX, errors);
    String account = text(index, "account", input.account(), NAME_MAX, errors);
    String channelSku = text(index, "channelSku", input.channelSku(), SkuText.CHANNEL_LENGTH_MAX, errors);
    String sku = text(index, "sku", input.sku(), SkuText.LENGTH_MAX, errors);
    return errors.size() > before ? null : new Listing(new ChannelSku(channel, account, channelSku), sku, 1);
  }

  private static String text(int index, String field, @Nullable String text, int lengthMax, List<ItemError> errors) {
    String stripped = text == null ? "" : SkuText.strip(text);
    if (stripped.isEmpty()) {
      errors.add(new ItemError(index, field, "required", "This must be given."));
    } else if (!SkuText.isWellFormed(stripped, lengthMax)) {
      String sentence = "1 to " + lengthMax + " characters without control or invisible ones.";
      errors.add(new ItemError(index, field, "format", sentence));
    }
    return stripped;
  }
}
