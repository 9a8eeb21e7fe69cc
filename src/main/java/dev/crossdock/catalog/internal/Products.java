package dev.crossdock.catalog.internal;

import dev.crossdock.catalog.Component;
import dev.crossdock.catalog.ProductInput;
import dev.crossdock.catalog.ProductsStored;
import dev.crossdock.catalog.Sku;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.JournalEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stores descriptions of SKUs: judges each, compares it with what is there, writes the differences. */
public final class Products {

  private final Journal journal;
  private final SkuStore skus = new SkuStore();
  private final SkuWrites writes = new SkuWrites();

  public Products(Journal journal) {
    this.journal = journal;
  }

  public ProductsStored put(Tx tx, List<ProductInput> inputs) {
    ProductRules rules = new ProductRules();
    List<Draft> wellFormed = rules.wellFormed(inputs);
    if (wellFormed.isEmpty()) {
      return new ProductsStored(0, 0, 0, Set.of(), rules.errors());
    }
    Map<String, Sku> known = skus.lock(tx, named(wellFormed));
    Set<String> parts = skus.parts(tx, wellFormed.stream().map(Draft::sku).collect(Collectors.toSet()));
    List<Draft> drafts = rules.fitting(wellFormed, known, parts);
    List<Sku> created = new ArrayList<>();
    List<Sku> changed = new ArrayList<>();
    Set<String> appeared = new TreeSet<>();
    for (Draft draft : drafts) {
      Sku was = known.get(draft.sku());
      Sku sku = draft.over(was);
      if (was == null) {
        created.add(sku);
      } else if (!sku.equals(was)) {
        changed.add(sku.withVersion(was.version() + 1));
      }
      if (sku.active() && (was == null || !was.active())) {
        appeared.add(sku.sku());
      }
    }
    List<JournalEntry> entries = new ArrayList<>(storeProducts(tx, drafts, known));
    store(tx, created, changed, known);
    created.forEach(sku -> entries.add(CatalogEvents.described(sku, tx.now())));
    changed.forEach(sku -> entries.add(CatalogEvents.described(sku, tx.now())));
    if (!entries.isEmpty()) {
      journal.append(tx, entries);
    }
    int unchanged = drafts.size() - created.size() - changed.size();
    return new ProductsStored(created.size(), changed.size(), unchanged, appeared, rules.errors());
  }

  private void store(Tx tx, List<Sku> created, List<Sku> changed, Map<String, Sku> known) {
    writes.insert(tx, created);
    writes.update(tx, changed);
    List<Sku> recomposed = new ArrayList<>(created.stream().filter(Sku::kit).toList());
    for (Sku sku : changed) {
      Sku was = known.get(sku.sku());
      if (was == null || !was.components().equals(sku.components())) {
        recomposed.add(sku);
      }
    }
    writes.replaceComponents(tx, recomposed);
  }

  private List<JournalEntry> storeProducts(Tx tx, List<Draft> drafts, Map<String, Sku> knownSkus) {
    Map<String, Draft> byHandle = new TreeMap<>();
    for (Draft draft : drafts) {
      String handle = draft.input().product();
      if (handle != null && !SkuText.strip(handle).isEmpty()) {
        byHandle.merge(SkuText.strip(handle), draft, (a, b) -> a.input().productTitle() != null ? a : b);
      }
    }
    Map<String, ProductRow> known = writes.lockProducts(tx, byHandle.keySet());
    List<ProductRow> rows = new ArrayList<>();
    byHandle.forEach(
        (handle, draft) -> {
          ProductRow was = known.get(handle);
          String title = title(draft, was, knownSkus.get(draft.sku()));
          if (was == null || !title.equals(was.title())) {
            rows.add(new ProductRow(handle, title, was == null ? 1 : was.version() + 1));
          }
        });
    writes.putProducts(tx, rows);
    return rows.stream().map(row -> CatalogEvents.described(row, tx.now())).toList();
  }

  /** The title told, else the one it has, else the SKU's own. */
  private static String title(Draft draft, @Nullable ProductRow was, @Nullable Sku sku) {
    String told = draft.input().productTitle();
    if (told != null && !SkuText.strip(told).isEmpty()) {
      return SkuText.strip(told);
    }
    return was != null ? was.title() : draft.over(sku).title();
  }

  private static Set<String> named(Collection<Draft> drafts) {
    Set<String> named = new TreeSet<>();
    for (Draft draft : drafts) {
      named.add(draft.sku());
      draft.components().stream().map(Component::sku).forEach(named::add);
    }
    return named;
  }
}
