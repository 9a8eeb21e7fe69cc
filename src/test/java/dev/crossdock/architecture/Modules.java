package dev.crossdock.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The map of the house: each package below the root, its rank, and what it may use beyond "lower ranks only, and of
 * others their base package only".
 */
final class Modules {

  static final String PLATFORM = "platform";
  static final String SANDBOX = "sandbox";

  private static final Map<String, Integer> RANKS = Map.ofEntries(
      Map.entry(SANDBOX, 70),
      Map.entry("api", 60), Map.entry("console", 60), Map.entry("cli", 60),
      Map.entry("notifications", 50), Map.entry("webhooks", 50), Map.entry("accounting", 50),
      Map.entry("analytics", 50),
      Map.entry("channels", 40),
      Map.entry("returns", 30),
      Map.entry("routing", 25), Map.entry("fulfilment", 25),
      Map.entry("orders", 20),
      Map.entry("catalog", 10), Map.entry("customers", 10), Map.entry("pricing", 10),
      Map.entry("inventory", 10), Map.entry("payments", 10),
      Map.entry(PLATFORM, 0));

  /** Neighbours of one rank, user to used; nobody else may use a neighbour. */
  private static final Map<String, String> NEIGHBOURS = Map.of("inventory", "catalog", "pricing", "catalog");

  /** What the platform consists of; each is a base package of its own. */
  private static final Set<String> PLATFORM_PARTS = Set.of(
      "checks", "csv", "db", "postgres", "journal", "inbox", "jobs", "money", "ids", "nodes", "time", "http", "config",
      "security");

  /** Sub-packages that are open to others beside the base package, which could not hold all of it. */
  private static final Set<String> DOORS = Set.of("orders.exceptions", "orders.validation", "inventory.history",
      "inventory.documents", "inventory.receiving", "inventory.transfers", "inventory.counting", "inventory.imports",
      "inventory.costing", "inventory.lots", "inventory.skus", "inventory.promising", "inventory.checkout",
      "inventory.groups", "inventory.backorders", "inventory.returning", "orders.shortage",
      "channels.publishing", "channels.pushing", "routing.conditions", "routing.policies", "routing.criteria",
      "routing.network", "routing.trials", "routing.tryout", "routing.reach", "routing.facts", "routing.engine",
      "orders.history");

  /** One folder per channel, criterion and carrier: found by scan, named by nobody. */
  private static final Set<String> EXTENSIONS =
      Set.of("channels.adapters", "routing.criteria", "fulfilment.carriers");

  /** Below the extensions, but for all of them; holds nothing of a single channel. */
  private static final Set<String> SHARED_EXTENSIONS =
      Set.of("channels.adapters.calls", "channels.adapters.json", "channels.adapters.signing");

  /** What belongs to a port and did not fit into the base package; extensions see it too. */
  private static final Set<String> PORTS = Set.of("channels.stock", "routing.criteria", "routing.facts");

  /** Whose words stand in a port, by the folder of the extensions. */
  private static final Map<String, String> WORDS = Map.of("routing.criteria", "inventory");

  /** All that an extension may see besides the base package of the capability that owns its port. */
  static final SortedSet<String> EXTENSIONS_MAY_USE =
      new TreeSet<>(Set.of("platform.http", "platform.ids", "platform.money", "platform.time"));

  /** Compiled templates belong to the console, where their sources lie. */
  private static final String TEMPLATES = "templates";

  private final String root;

  Modules(String root) {
    this.root = root;
  }

  static Set<String> capabilities() {
    return RANKS.keySet();
  }

  /** Where a class of this house stands, for instance {@code orders} / {@code orders.internal}. */
  Place place(JavaClass type) {
    String name = type.getPackageName();
    if (name.equals(root)) {
      return new Place("", "");
    }
    String path = name.substring(root.length() + 1);
    String first = path.split("\\.", 2)[0];
    return first.equals(TEMPLATES) ? new Place("console", "console." + TEMPLATES) : new Place(first, path);
  }

  boolean owns(JavaClass type) {
    return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
  }

  /** One place in the house: the capability (empty for the root) and the package's path below the root. */
  record Place(String capability, String path) {

    boolean isRoot() {
      return capability.isEmpty();
    }

    boolean isKnown() {
      if (isRoot() || !capability.equals(PLATFORM)) {
        return isRoot() || RANKS.containsKey(capability);
      }
      return path.equals(PLATFORM) || PLATFORM_PARTS.contains(path.split("\\.")[1]);
    }

    /** The slice for the search of cycles: a capability, or one part of the platform. */
    String slice() {
      String[] parts = path.split("\\.");
      return capability.equals(PLATFORM) && parts.length > 1 ? PLATFORM + "." + parts[1] : capability;
    }

    /** The package of one extension, for instance {@code channels.adapters.shopify}; empty elsewhere. */
    String extension() {
      String[] parts = path.split("\\.");
      boolean inside = parts.length > 2 && EXTENSIONS.contains(parts[0] + "." + parts[1]);
      return inside ? String.join(".", List.of(parts).subList(0, 3)) : "";
    }

    /** Open to other capabilities: the base package, one part of the platform, or a door. */
    boolean isBase() {
      return path.equals(slice()) || DOORS.contains(path);
    }

    /** The business itself: catalog to returns, where decisions are made. */
    boolean isDomain() {
      int rank = RANKS.getOrDefault(capability, 0);
      return rank >= RANKS.getOrDefault("catalog", 0) && rank <= RANKS.getOrDefault("returns", 0);
    }

    /** Why this place may not use that one, or empty. */
    String objection(Place used) {
      if (isRoot() || path.equals(used.path)) {
        return "";
      }
      if (capability.equals(SANDBOX) && !used.capability.equals(SANDBOX)) {
        return "the sandbox talks to the product over HTTP only";
      }
      if (used.isRoot()) {
        return "nobody uses the composition root";
      }
      if (!extension().isEmpty() && !SHARED_EXTENSIONS.contains(extension())) {
        return objectionOfExtension(used);
      }
      boolean bothShared = SHARED_EXTENSIONS.containsAll(List.of(extension(), used.extension()));
      if (!used.extension().isEmpty() && !used.extension().equals(extension()) && !bothShared) {
        return "an extension is found by scan and named by nobody";
      }
      return capability.equals(used.capability) ? objectionInside(used) : objectionOutside(used);
    }

    private String objectionOfExtension(Place used) {
      String folder = extension().substring(0, extension().lastIndexOf('.'));
      boolean own = used.extension().equals(extension()) || used.path.equals(capability);
      boolean shared = SHARED_EXTENSIONS.contains(used.extension()) && used.capability.equals(capability);
      boolean port = PORTS.contains(used.path) && used.capability.equals(capability);
      boolean word = used.path.equals(WORDS.get(folder));
      boolean allowed = own || shared || port || word || EXTENSIONS_MAY_USE.contains(used.path);
      return allowed ? "" : "an extension sees its port and " + EXTENSIONS_MAY_USE;
    }

    private String objectionInside(Place used) {
      boolean open = !capability.equals(PLATFORM) || used.slice().equals(slice()) || used.isBase();
      return open ? "" : "only its own part of the platform sees " + used.path;
    }

    private String objectionOutside(Place used) {
      int rank = RANKS.getOrDefault(capability, -1);
      int usedRank = RANKS.getOrDefault(used.capability, Integer.MAX_VALUE);
      if (usedRank >= rank && !used.capability.equals(NEIGHBOURS.get(capability))) {
        return "rank " + rank + " uses lower ranks only, and " + used.capability + " has rank " + usedRank;
      }
      return used.isBase() ? "" : "only " + used.slice() + " itself sees " + used.path;
    }
  }
}
