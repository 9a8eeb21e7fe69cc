package dev.crossdock.catalog;

import dev.crossdock.catalog.internal.SubstituteStore;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.JournalEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What may be sent in place of a SKU that is gone, the best first. It is proposed, never done by itself. */
public final class Substitutes {

  /** Of one SKU. */
  public static final int MOST = 20;

  private final Catalog catalog;
  private final Journal journal;
  private final SubstituteStore store = new SubstituteStore();

  public Substitutes(Catalog catalog, Journal journal) {
    this.catalog = catalog;
    this.journal = journal;
  }

  /** By SKU, the best first; a SKU that has none is absent. */
  public Map<String, List<String>> of(Tx tx, Collection<String> skus) {
    return skus.isEmpty() ? Map.of() : store.of(tx, skus);
  }

  /** Replaces the list of a SKU; what is wrong with it, and then nothing is stored. */
  public List<ItemError> put(Tx tx, String sku, List<String> substitutes) {
    List<ItemError> errors = judge(tx, sku, substitutes);
    if (errors.isEmpty()) {
      store.put(tx, sku, substitutes)
          .ifPresent(version -> journal.append(tx, List.of(told(tx, sku, substitutes, version))));
    }
    return errors;
  }

  private List<ItemError> judge(Tx tx, String sku, List<String> substitutes) {
    Set<String> asked = new HashSet<>(substitutes);
    asked.add(sku);
    asked.removeIf(name -> name.indexOf('\0') >= 0);
    Set<String> known = catalog.known(tx, asked);
    List<ItemError> errors = new ArrayList<>();
    if (!known.contains(sku)) {
      errors.add(new ItemError(0, "sku", "missing", "There is no such SKU."));
    }
    if (substitutes.size() > MOST) {
      errors.add(new ItemError(0, "substitutes", "range", "A SKU has at most " + MOST + " substitutes."));
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < substitutes.size(); i++) {
      String other = substitutes.get(i);
      String field = "substitutes[" + i + "]";
      if (other.equals(sku)) {
        errors.add(new ItemError(0, field, "same", "A SKU is no substitute for itself."));
      } else if (!known.contains(other)) {
        errors.add(new ItemError(0, field, "unknown", "There is no such SKU."));
      } else if (!seen.add(other)) {
        errors.add(new ItemError(0, field, "duplicate", "The SKU is named twice."));
      }
    }
    return errors;
  }

  private static JournalEntry told(Tx tx, String sku, List<String> substitutes, int version) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode().put("of", sku);
    ArrayNode list = payload.putArray("substitutes");
    substitutes.forEach(list::add);
    return new JournalEntry("substitutes:" + sku, version, "substitutes.set", tx.now(), payload.toString());
  }
}
