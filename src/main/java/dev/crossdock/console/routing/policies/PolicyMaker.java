package dev.crossdock.console.routing.policies;

import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.kit.Watch;
import dev.crossdock.console.routing.policies.PolicyView.Card;
import dev.crossdock.console.routing.policies.PolicyView.Lists;
import dev.crossdock.console.routing.policies.RuleView.Option;
import dev.crossdock.inventory.Location;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.conditions.Fault;
import dev.crossdock.routing.policies.Finding;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.Policy;
import dev.crossdock.routing.policies.PolicyDiff;
import dev.crossdock.routing.policies.PolicyLint;
import dev.crossdock.routing.policies.PolicyReader.Decoded;
import dev.crossdock.routing.policies.PolicyState;
import dev.crossdock.routing.policies.PolicyVersion;
import dev.crossdock.routing.policies.PolicyWords;
import dev.crossdock.routing.policies.Surroundings;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the page of one version. */
final class PolicyMaker {

  private static final List<Option> COUNTRIES = Arrays.stream(Locale.getISOCountries())
      .map(code -> new Option(code, Locale.of("", code).getDisplayCountry(Locale.ENGLISH), false))
      .toList();

  private final Policies policies;
  private final Watch watch;
  private final boolean mayAct;

  /**
   * What is to be shown.
   *
   * @param json what the version says, or what somebody typed
   * @param open the number of the open rule, from 0
   */
  record Shown(
      PolicyVersion version, ObjectNode json, String comment, int open, String key, @Nullable String mistake,
      @Nullable Integer over) {}

  PolicyMaker(Policies policies, Watch watch, boolean mayAct) {
    this.policies = policies;
    this.watch = watch;
    this.mayAct = mayAct;
  }

  PolicyView view(Tx tx, Shown shown) {
    PolicyVersion version = shown.version();
    Policy read = policies.read(shown.json()) instanceof Decoded.Read(Policy policy) ? policy : null;
    List<Fault> faults =
        policies.read(shown.json()) instanceof Decoded.Wrong(List<Fault> wrong) ? wrong : List.of();
    Surroundings.Known known = policies.known(tx, read == null ? Policy.BUILT_IN : read);
    List<Finding> findings = read == null ? List.of() : PolicyLint.of(read, known);
    ArrayNode rules = Nodes.list(shown.json(), "rules");
    boolean editable = version.state() == PolicyState.DRAFT && mayAct;
    int open = Math.clamp(shown.open(), 0, Math.max(0, rules.size() - 1));
    List<Card> cards = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      cards.add(card(rules.get(i), i, editable && i == open, words(shown.json(), i), faults, findings));
    }
    RuleView rule = editable && rules.get(open) instanceof ObjectNode node
        ? new RuleMaker(node.deepCopy(), open, faults).view(cards.get(open).words())
        : null;
    PolicyVersion active = policies.active(tx);
    return new PolicyView(
        version.version(), path(version.version()), shown.key(), version.revision(), editable, badge(version),
        Nodes.text(shown.json(), "name"), shown.comment(), version.author(),
        version.createdAt() == null ? null : watch.when(version.createdAt()),
        version.basedOn() == null ? "" : "begun as v" + version.basedOn(), shown.mistake(), shown.over(),
        besides(faults.stream().map(fault -> new Told(fault.pointer(), fault.sentence()))),
        besides(findings.stream().map(finding -> new Told(finding.pointer(), finding.sentence()))),
        cards, rule, changes(active, version, read), active.version(), lists(known), mayAct,
        version.state() == PolicyState.ARCHIVED && version.activation() != null);
  }

  static String path(int version) {
    return "/console/routing/policies/" + version;
  }

  static Badge badge(PolicyVersion version) {
    String word = version.state().word();
    String words = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    return switch (version.state()) {
      case DRAFT -> Badge.of(Role.NEUTRAL, Icon.PIP_EMPTY, words);
      case SHADOW -> Badge.of(Role.EXTERNAL, Icon.PIP_HALF, words);
      case CANARY -> new Badge(Role.PROGRESS, Icon.PIP_HALF, words, version.canaryPercent() + " % of orders");
      case ACTIVE -> Badge.of(Role.SUCCESS, Icon.CHECK, words);
      case ARCHIVED -> Badge.of(Role.NEUTRAL, Icon.CROSS, words);
    };
  }

  /** Something that is told of a place in the policy. */
  private record Told(String pointer, String sentence) {}

  private static List<String> besides(Stream<Told> all) {
    return all.filter(told -> !told.pointer().startsWith("/rules/")).map(Told::sentence).distinct().toList();
  }

  private static List<String> about(int rule, Stream<Told> all) {
    String at = "/rules/" + rule;
    return all.filter(told -> told.pointer().equals(at) || told.pointer().startsWith(at + "/"))
        .map(Told::sentence)
        .distinct()
        .toList();
  }

  private static Card card(
      JsonNode rule, int number, boolean open, String words, List<Fault> faults, List<Finding> findings) {
    String name = Nodes.text(rule, "name");
    boolean enabled = rule.get("enabled") == null || rule.get("enabled").asBoolean(true);
    return new Card(
        number, name.isEmpty() ? "Rule without a name" : name, enabled, open, words,
        about(number, faults.stream().map(fault -> new Told(fault.pointer(), fault.sentence()))),
        about(number, findings.stream().map(finding -> new Told(finding.pointer(), finding.sentence()))));
  }

  /** A rule in words although another may be wrong; empty when it is wrong itself. */
  private String words(ObjectNode policy, int rule) {
    ObjectNode alone = Nodes.JSON.objectNode().put("name", "one");
    alone.putArray("rules").add(policy.get("rules").get(rule));
    return policies.read(alone) instanceof Decoded.Read(Policy read) ? PolicyWords.of(read.rules().getFirst()) : "";
  }

  private List<String> changes(PolicyVersion active, PolicyVersion version, @Nullable Policy read) {
    return read == null || active.version() == version.version()
            || !(policies.read(active.content()) instanceof Decoded.Read(Policy before))
        ? List.of()
        : PolicyDiff.words(before, read);
  }

  private static Lists lists(Surroundings.Known known) {
    TreeSet<String> tags = new TreeSet<>();
    known.profiles().values().forEach(profile -> tags.addAll(profile.tags()));
    TreeSet<String> zones = new TreeSet<>(List.of("UTC"));
    known.locations().stream().map(Location::timeZone).map(ZoneId::getId).forEach(zones::add);
    return new Lists(
        known.locations().stream().map(place -> new Option(place.code(), place.name(), false)).toList(),
        List.copyOf(tags),
        known.channels().stream().sorted().toList(),
        known.accounts().stream().sorted().toList(),
        List.copyOf(zones),
        COUNTRIES);
  }
}
