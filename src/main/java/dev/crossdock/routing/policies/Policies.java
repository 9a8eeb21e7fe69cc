package dev.crossdock.routing.policies;

import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.routing.conditions.Fault;
import dev.crossdock.routing.policies.PolicyOutcome.Done;
import dev.crossdock.routing.policies.PolicyReader.Decoded;
import dev.crossdock.routing.policies.internal.PolicyStore;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The versions of each merchant's policy, and the commands that change them. */
public final class Policies {

  /** How many versions may decide beside the active one without effect: each plans every order. */
  public static final int SHADOWS_MAX = 3;

  /** Who made the policy that comes with the house. */
  static final String HOUSE = "Crossdock";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<PolicyState> NOT_YET_DECIDING =
      EnumSet.of(PolicyState.DRAFT, PolicyState.SHADOW, PolicyState.CANARY);

  private final PolicyReader reader;
  private final Surroundings surroundings;
  private final List<ActivationGuard> guards;
  private final Journal journal;
  private final PolicyStore store = new PolicyStore();

  public Policies(PolicyReader reader, Surroundings surroundings, List<ActivationGuard> guards, Journal journal) {
    this.reader = reader;
    this.surroundings = surroundings;
    this.guards = List.copyOf(guards);
    this.journal = journal;
  }

  /**
   * Versions, the newest first.
   *
   * @param before smaller numbers only
   */
  public List<PolicyVersion> list(Tx tx, int before, int limit) {
    List<PolicyVersion> found = store.list(tx, before, limit);
    return found.isEmpty() && before > 1 && store.active(tx).isEmpty() ? List.of(house(tx)) : found;
  }

  public Optional<PolicyVersion> find(Tx tx, int version) {
    Optional<PolicyVersion> found = store.find(tx, version);
    return found.isPresent() || version != 1 || store.active(tx).isPresent() ? found : Optional.of(house(tx));
  }

  /** The one that decides. */
  public PolicyVersion active(Tx tx) {
    return store.active(tx).orElseGet(() -> house(tx));
  }

  /** What somebody wrote, read; of what is not JSON or not a policy, what is wrong with it. */
  public Decoded read(String content) {
    try {
      return reader.read(JSON.readTree(content));
    } catch (JacksonException e) {
      return new Decoded.Wrong(List.of(new Fault("", "not-json", "It is not JSON.")));
    }
  }

  /** As {@link #read(String)}, of JSON. */
  public Decoded read(JsonNode json) {
    return reader.read(json);
  }

  /** What a policy is checked against. */
  public Surroundings.Known known(Tx tx, Policy policy) {
    return surroundings.of(tx, policy);
  }

  /** What a policy names that must be there for it to decide, and is not. */
  public List<Fault> strangers(Tx tx, Policy policy) {
    return PolicyLint.strangers(policy, surroundings.of(tx, policy));
  }

  /**
   * Makes a draft.
   *
   * @param from the version it begins as; null for the active one
   * @param json what it says; null for what that version says
   */
  public PolicyOutcome draft(Tx tx, @Nullable Integer from, @Nullable JsonNode json, String comment) {
    PolicyStore.Clock clock = lock(tx);
    Optional<PolicyVersion> base = from == null ? store.active(tx) : store.find(tx, from);
    if (base.isEmpty()) {
      return new PolicyOutcome.Missing();
    }
    Written written = json == null ? new Written(base.get().name(), base.get().content(), List.of()) : written(json);
    if (!written.refused().isEmpty()) {
      return new PolicyOutcome.Invalid("It can't be kept, not even as a draft.", written.refused());
    }
    PolicyVersion draft =
        new PolicyVersion(
            clock.lastVersion() + 1, PolicyState.DRAFT, written.name(), written.content(), base.get().version(), 1,
            tx.cause().actor().id(), comment, tx.now(), null, 0);
    return stored(tx, "drafted", draft);
  }

  /** Says something else in a draft, in the revision the caller saw. */
  public PolicyOutcome replace(Tx tx, int version, int revision, @Nullable JsonNode json, @Nullable String comment) {
    return change(
        tx, version, EnumSet.of(PolicyState.DRAFT), "changed",
        draft -> {
          if (draft.revision() != revision) {
            return new PolicyOutcome.Stale(draft.revision());
          }
          Written written = json == null ? new Written(draft.name(), draft.content(), List.of()) : written(json);
          return written.refused().isEmpty()
              ? new Done(
                  draft.saying(written.name(), written.content(), comment == null ? draft.comment() : comment))
              : new PolicyOutcome.Invalid("It can't be kept, not even as a draft.", written.refused());
        });
  }

  /** Throws a draft away. */
  public PolicyOutcome discard(Tx tx, int version) {
    PolicyOutcome outcome = change(tx, version, EnumSet.of(PolicyState.DRAFT), "discarded", Done::new);
    if (outcome instanceof Done) {
      store.delete(tx, version);
    }
    return outcome;
  }

  /** Lets a version decide from now on; the one before is archived. */
  public PolicyOutcome activate(Tx tx, int version, PolicyVersion.@Nullable Override override) {
    return change(
        tx, version, NOT_YET_DECIDING, "activated",
        candidate -> {
          PolicyVersion active = store.active(tx).orElseThrow();
          PolicyOutcome fit = fit(tx, candidate, active);
          if (!(fit instanceof Done)) {
            return fit;
          }
          List<ActivationGuard.Objection> objections =
              guards.stream().flatMap(guard -> guard.objections(tx, candidate, active).stream()).toList();
          if (!objections.isEmpty() && override == null) {
            return new PolicyOutcome.Guarded(objections);
          }
          store.put(tx, active.in(PolicyState.ARCHIVED));
          return new Done(activated(tx, candidate, objections.isEmpty() ? null : override));
        });
  }

  /** Lets a version decide beside the active one without effect. */
  public PolicyOutcome shadow(Tx tx, int version) {
    return change(
        tx, version, EnumSet.of(PolicyState.DRAFT, PolicyState.CANARY), "shadowed",
        found -> {
          if (store.inForce(tx).stream().filter(each -> each.state() == PolicyState.SHADOW).count() >= SHADOWS_MAX) {
            return new PolicyOutcome.WrongState(SHADOWS_MAX + " versions decide in the shadow already.");
          }
          PolicyOutcome fit = fit(tx, found, active(tx));
          return fit instanceof Done ? new Done(found.in(PolicyState.SHADOW)) : fit;
        });
  }

  /**
   * Lets a version decide for a part of the orders.
   *
   * @param percent 1 to 99
   */
  public PolicyOutcome canary(Tx tx, int version, int percent) {
    return change(
        tx, version, NOT_YET_DECIDING, "trialled",
        found -> {
          boolean another =
              store.inForce(tx).stream()
                  .anyMatch(each -> each.state() == PolicyState.CANARY && each.version() != version);
          if (another) {
            return new PolicyOutcome.WrongState("Another version is being tried on a part of the orders.");
          }
          PolicyOutcome fit = fit(tx, found, active(tx));
          return fit instanceof Done ? new Done(found.canary(percent)) : fit;
        });
  }

  /** Takes a version out of use that does not decide for everybody. */
  public PolicyOutcome archive(Tx tx, int version) {
    return change(tx, version, NOT_YET_DECIDING, "archived", found -> new Done(found.in(PolicyState.ARCHIVED)));
  }

  /** Takes a version out of use that did worse on its part of the orders than the active one. */
  public PolicyOutcome fallBack(Tx tx, int version) {
    return change(
        tx, version, EnumSet.of(PolicyState.CANARY), "fell-back", found -> new Done(found.in(PolicyState.ARCHIVED)));
  }

  /** The versions that decide beside the active one: without effect, or for a part of the orders. */
  public List<PolicyVersion> trying(Tx tx) {
    return store.inForce(tx).stream()
        .filter(each -> each.state() != PolicyState.ACTIVE)
        .map(each -> store.find(tx, each.version()).orElseThrow())
        .toList();
  }

  /** Since when a version is in the state that it is in; empty where nobody noted it. */
  public Optional<Instant> since(Tx tx, int version) {
    return store.since(tx, version);
  }

  /** Makes a new version that says what an earlier one said, and lets it decide at once; no guard is asked. */
  public PolicyOutcome rollBack(Tx tx, int to, String comment) {
    PolicyStore.Clock clock = lock(tx);
    Optional<PolicyVersion> found = store.find(tx, to);
    if (found.isEmpty()) {
      return new PolicyOutcome.Missing();
    }
    PolicyVersion old = found.get();
    if (old.state() != PolicyState.ARCHIVED || old.activation() == null) {
      return new PolicyOutcome.WrongState("Only a version that has decided before can be gone back to.");
    }
    PolicyVersion active = store.active(tx).orElseThrow();
    PolicyOutcome fit = fit(tx, old, active);
    if (!(fit instanceof Done)) {
      return fit;
    }
    store.put(tx, active.in(PolicyState.ARCHIVED));
    PolicyVersion again =
        new PolicyVersion(
            clock.lastVersion() + 1, PolicyState.ACTIVE, old.name(), old.content(), old.version(), 1,
            tx.cause().actor().id(), comment, tx.now(), null, 0);
    return stored(tx, "rolled-back", activated(tx, again, null));
  }

  private PolicyOutcome change(
      Tx tx, int version, Set<PolicyState> from, String what, Function<PolicyVersion, PolicyOutcome> decide) {
    lock(tx);
    Optional<PolicyVersion> found = store.find(tx, version);
    if (found.isEmpty()) {
      return new PolicyOutcome.Missing();
    }
    if (!from.contains(found.get().state())) {
      return new PolicyOutcome.WrongState(
          "Version " + version + " is " + found.get().state().word() + ", so this can't be done.");
    }
    PolicyOutcome outcome = decide.apply(found.get());
    return outcome instanceof Done(PolicyVersion changed) ? stored(tx, what, changed) : outcome;
  }

  /** Whether it can decide at all: it can be read, and what it names is there. */
  private PolicyOutcome fit(Tx tx, PolicyVersion candidate, PolicyVersion active) {
    List<Fault> faults =
        switch (read(candidate.content())) {
          case Decoded.Read(Policy policy) -> strangers(tx, policy);
          case Decoded.Wrong(List<Fault> wrong) -> wrong;
        };
    return faults.isEmpty()
        ? new Done(candidate)
        : new PolicyOutcome.Invalid(
            "Version " + candidate.version() + " can't decide; version " + active.version() + " stays in force.",
            faults);
  }

  private static PolicyVersion activated(Tx tx, PolicyVersion version, PolicyVersion.@Nullable Override override) {
    return version.activated(new PolicyVersion.Activation(tx.now(), tx.cause().actor().id(), override));
  }

  private PolicyOutcome stored(Tx tx, String what, PolicyVersion version) {
    store.put(tx, version);
    PolicyStore.Clock clock = store.lock(tx);
    store.tick(
        tx, new PolicyStore.Clock(Math.max(clock.lastVersion(), version.version()), clock.changes() + 1));
    journal.append(tx, List.of(PolicyEvents.told(what, version, clock.changes() + 1, tx.now())));
    return new Done(version);
  }

  /** Before the first change of a merchant's policies, what decided so far is written down as the first version. */
  private PolicyStore.Clock lock(Tx tx) {
    PolicyStore.Clock clock = store.lock(tx);
    if (clock.lastVersion() > 0) {
      return clock;
    }
    store.put(tx, house(tx));
    store.tick(tx, new PolicyStore.Clock(1, clock.changes()));
    return new PolicyStore.Clock(1, clock.changes());
  }

  private static PolicyVersion house(Tx tx) {
    return new PolicyVersion(
        1, PolicyState.ACTIVE, Policy.BUILT_IN.name(), PolicyText.of(PolicyWriter.write(Policy.BUILT_IN)), null, 1,
        HOUSE, "What comes with Crossdock.", null, new PolicyVersion.Activation(tx.now(), HOUSE, null), 0);
  }

  /** What is kept of a draft. */
  private record Written(String name, String content, List<Fault> refused) {}

  private Written written(JsonNode json) {
    return switch (reader.read(json)) {
      case Decoded.Read(Policy policy) ->
          new Written(policy.name(), PolicyText.of(PolicyWriter.write(policy)), List.of());
      case Decoded.Wrong(List<Fault> faults) -> {
        List<Fault> refused =
            faults.stream().filter(fault -> PolicyReader.EVEN_IN_DRAFTS.contains(fault.rule())).toList();
        boolean named = json.isObject() && json.get("name") != null && json.get("name").isString();
        yield new Written(
            named ? json.get("name").stringValue() : "", refused.isEmpty() ? PolicyText.of(json) : "", refused);
      }
    };
  }
}
