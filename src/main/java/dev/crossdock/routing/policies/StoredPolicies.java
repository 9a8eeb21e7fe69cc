package dev.crossdock.routing.policies;

import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.PolicySource;
import dev.crossdock.routing.conditions.Expressions;
import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.facts.OrderFacts;
import dev.crossdock.routing.policies.PolicyReader.Decoded;
import dev.crossdock.routing.policies.internal.PolicyStore;
import dev.crossdock.routing.policies.internal.PolicyStore.InForce;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The stored policies as routing asks for them: one short statement a batch says which versions decide, and what they
 * say is read and compiled once, for it never changes.
 */
public final class StoredPolicies implements PolicySource {

  private static final Logger LOG = System.getLogger(StoredPolicies.class.getName());
  private static final int EARLIER_MAX = 50;
  private static final int PERCENT = 100;

  private final Policies policies;
  private final Expressions expressions;
  private final PolicyStore store = new PolicyStore();
  private final ReadyPolicy house;
  private final Map<Integer, Loaded> loaded = new ConcurrentHashMap<>();

  public StoredPolicies(Policies policies, Expressions expressions) {
    this.policies = policies;
    this.expressions = expressions;
    this.house = ReadyPolicy.of(Policy.BUILT_IN, 0, expressions);
  }

  /**
   * What was made ready for a merchant.
   *
   * @param key which versions decided when it was
   * @param unusable the version that should decide and can't be read; null when all is well
   */
  private record Loaded(
      List<InForce> key,
      ReadyPolicy active,
      @Nullable ReadyPolicy canary,
      int percent,
      @Nullable Integer unusable,
      List<ReadyPolicy> beside)
      implements Choice {

    @Override
    public @Nullable Integer canaryVersion() {
      return canary == null ? null : (Integer) canary.inForce().version();
    }

    @Override
    public PolicyInForce of(OrderFacts order) {
      return canary != null && share(order.number(), canary.inForce().version()) < percent
          ? canary.inForce()
          : active.inForce();
    }

    @Override
    public boolean asksBuyer() {
      return active.asksBuyer()
          || (canary != null && canary.asksBuyer())
          || beside.stream().anyMatch(ReadyPolicy::asksBuyer);
    }

    @Override
    public List<PolicyInForce> shadows() {
      return beside.stream().map(ReadyPolicy::inForce).toList();
    }
  }

  @Override
  public Choice inForce(Tx tx) {
    return load(tx);
  }

  /** The active policy, ready to be asked which rule an order meets. */
  public ReadyPolicy active(Tx tx) {
    return load(tx).active();
  }

  /** The version that should decide and can't be read, so that an earlier one does; null when all is well. */
  public @Nullable Integer unusable(Tx tx) {
    return load(tx).unusable();
  }

  /** How often expressions of the policies in force could not be evaluated, and so did not match. */
  public long troubles() {
    return loaded.values().stream()
        .mapToLong(each -> each.active().troubles() + (each.canary() == null ? 0 : each.canary().troubles()))
        .sum();
  }

  private Loaded load(Tx tx) {
    List<InForce> key = store.inForce(tx);
    Loaded known = loaded.get(tx.merchant().id());
    if (known != null && known.key().equals(key)) {
      return known;
    }
    Loaded now = loaded(tx, key);
    loaded.put(tx.merchant().id(), now);
    return now;
  }

  private Loaded loaded(Tx tx, List<InForce> key) {
    ReadyPolicy canary = null;
    int percent = 0;
    List<ReadyPolicy> shadows = new ArrayList<>();
    for (InForce each : key) {
      ReadyPolicy shadow = each.state() == PolicyState.SHADOW ? ready(tx, each.version()) : null;
      if (shadow != null) {
        shadows.add(shadow);
      }
      if (each.state() == PolicyState.CANARY) {
        canary = ready(tx, each.version());
        percent = each.canaryPercent();
      }
    }
    if (key.isEmpty() || key.getFirst().state() != PolicyState.ACTIVE) {
      return new Loaded(key, house, canary, percent, null, List.copyOf(shadows));
    }
    int version = key.getFirst().version();
    ReadyPolicy active = ready(tx, version);
    if (active != null) {
      return new Loaded(key, active, canary, percent, null, List.copyOf(shadows));
    }
    ReadyPolicy earlier = earlier(tx, version);
    LOG.log(
        Level.ERROR,
        "Routing policy {0} of merchant {1} can no longer be read; {2} decides instead.",
        version, tx.merchant().id(), earlier.inForce().label());
    return new Loaded(key, earlier, canary, percent, version, List.copyOf(shadows));
  }

  /** The last one that decided and can still be read. */
  private ReadyPolicy earlier(Tx tx, int unusable) {
    List<PolicyVersion> earlier = new ArrayList<>(store.everActive(tx, EARLIER_MAX));
    earlier.removeIf(each -> each.version() == unusable);
    for (PolicyVersion each : earlier) {
      ReadyPolicy ready = ready(each);
      if (ready != null) {
        return ready;
      }
    }
    return house;
  }

  private @Nullable ReadyPolicy ready(Tx tx, int version) {
    return store.find(tx, version).map(this::ready).orElse(null);
  }

  private @Nullable ReadyPolicy ready(PolicyVersion version) {
    boolean ofHouse = version.author().equals(Policies.HOUSE);
    return policies.read(version.content()) instanceof Decoded.Read(Policy policy)
        ? ReadyPolicy.of(policy, ofHouse ? 0 : version.version(), expressions)
        : null;
  }

  /** The same order always has the same share of the same version, from 0 to 99. */
  private static int share(String order, int version) {
    CRC32 hash = new CRC32();
    hash.update((order + "@" + version).getBytes(StandardCharsets.UTF_8));
    return (int) (hash.getValue() % PERCENT);
  }
}
