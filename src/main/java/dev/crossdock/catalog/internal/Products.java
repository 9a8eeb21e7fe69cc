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

  private List<JournalEntry> storeProducts(Tx tx, List<Draft> drafts, Map<String, Sku> skusKnown) {
    Map<String, Draft> byHandle = new TreeMap<>();
    for (Draft draft : drafts) {
      String handle = draft.over(null).product();
      if (handle != null) {
        byHandle.merge(handle, draft, (first, next) -> first.input().productTitle() != null ? first : next);
      }
    }
    Map<String, ProductRow> known = writes.lockProducts(tx, byHandle.keySet());
    List<ProductRow> rows = new ArrayList<>();
    byHandle.forEach(
        (handle, draft) -> {
          ProductRow was = known.get(handle);
          String title = draft.input().productTitle();
          if (was == null) {
            rows.add(new ProductRow(handle, title == null ? draft.over(skusKnown.get(draft.sku())).title() : SkuText.strip(title), 1));
          } else if (title != null && !SkuText.strip(title).equals(was.title())) {
            rows.add(new ProductRow(handle, SkuText.strip(title), was.version() + 1));
          }
        });
    writes.putProducts(tx, rows);
    return rows.stream().map(row -> CatalogEvents.described(row, tx.now())).toList();
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
