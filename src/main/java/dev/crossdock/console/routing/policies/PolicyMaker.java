package dev.crossdock.console.routing.policies;

import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.kit.Units;
import dev.crossdock.console.kit.Watch;
import dev.crossdock.console.routing.policies.PolicyView.Card;
import dev.crossdock.console.routing.policies.PolicyView.Lists;
import dev.crossdock.console.routing.policies.RuleView.Option;
import dev.crossdock.inventory.Location;
import dev.crossdock.orders.history.OpenOrders;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.conditions.Fault;
import dev.crossdock.routing.conditions.FieldView;
import dev.crossdock.routing.policies.Finding;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.Policy;
import dev.crossdock.routing.policies.Policy.Rule;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
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

  private static final int WORDS_MAX = 500;
  private static final int OPEN_MAX = 10_000;
  private static final OpenOrders OPEN = new OpenOrders();
  private static final List<Option> NAMES = FieldView.all().stream()
      .filter(field -> !field.variable().isEmpty())
      .map(field -> new Option(field.field(), field.title(), false))
      .toList();

  private final Policies policies;
  private final Watch watch;
  private final boolean mayAct;

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
    List<Optional<Rule>> alone = rules(shown.json());
    RuleView rule = editable && rules.get(open) instanceof ObjectNode node
        ? new RuleMaker(node.deepCopy(), open, faults).view(alone.get(open).map(PolicyWords::of).orElse(""))
        : null;
    Spots spots = rule == null ? null : new Spots(rule);
    CardMaker maker = new CardMaker(faults, findings, shown.reach(), spots);
    List<Card> cards = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      cards.add(maker.card(rules.get(i), i, editable && i == open, alone.get(i)));
    }
    PolicyVersion active = policies.active(tx);
    return new PolicyView(
        version.version(), path(version.version()), shown.key(), shown.seen(), editable, badge(version),
        Nodes.text(shown.json(), "name"), shown.comment(), Author.words(version.author()),
        version.createdAt() == null ? null : watch.when(version.createdAt()),
        version.basedOn() == null ? "" : "begun as v" + version.basedOn(), shown.mistake(), shown.over(),
        besides(faults.stream(), Fault::pointer, Fault::sentence),
        besides(findings.stream(), Finding::pointer, Finding::sentence),
        cards, rule, changes(active, version, read), active.version(), lists(known), mayAct,
        version.state() == PolicyState.ARCHIVED && version.activation() != null, shown.saved(),
        focus(shown.focus(), spots), shown.tried(),
        shown.reach() == null ? null : CardMaker.orders(shown.reach()), apply(tx, version, read));
  }

  /** Offered of what decides, or may yet. */
  private @Nullable String apply(Tx tx, PolicyVersion version, @Nullable Policy read) {
    int orders = mayAct && read != null ? OPEN.count(tx, OPEN_MAX) : 0;
    String words = Units.grouped(orders) + (orders == OPEN_MAX ? " or more" : "")
        + (orders == 1 ? " order" : " orders") + " not yet released";
    return orders == 0 ? null : switch (version.state()) {
      case ACTIVE -> "Apply to " + words + "…";
      case DRAFT, SHADOW, CANARY -> "Preview on " + words;
      case ARCHIVED -> null;
    };
  }

  /** The rules, each read by itself; empty for one that can't be. */
  List<Optional<Rule>> rules(ObjectNode policy) {
    List<Optional<Rule>> rules = new ArrayList<>();
    for (JsonNode rule : Nodes.list(policy, "rules")) {
      ObjectNode alone = Nodes.JSON.objectNode().put("name", "one");
      alone.putArray("rules").add(rule);
      rules.add(policies.read(alone) instanceof Decoded.Read(Policy read)
          ? Optional.of(read.rules().getFirst())
          : Optional.empty());
    }
    return rules;
  }

  private static @Nullable String focus(@Nullable String asked, @Nullable Spots spots) {
    return asked == null || asked.isEmpty() ? null : asked.startsWith("/") ? Spots.nearest(spots, asked) : asked;
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

  /** What is told of the policy and of none of its rules. */
  private static <T> List<String> besides(Stream<T> all, Function<T, String> pointer, Function<T, String> sentence) {
    return all.filter(each -> !pointer.apply(each).startsWith("/rules/")).map(sentence).distinct().toList();
  }

  private List<String> changes(PolicyVersion active, PolicyVersion version, @Nullable Policy read) {
    return read == null || active.version() == version.version()
            || !(policies.read(active.content()) instanceof Decoded.Read(Policy before))
        ? List.of()
        : PolicyDiff.words(before, read);
  }

  private static PolicyView.Words words(Surroundings.Known known) {
    Surroundings.Words words =
        known.words().orElseGet(() -> new Surroundings.Words(Set.of(), Set.of(), Set.of()));
    TreeSet<String> programmes = new TreeSet<>();
    known.profiles().values().forEach(profile -> programmes.addAll(profile.programmes()));
    return new PolicyView.Words(
        words.itemTags().stream().sorted().limit(WORDS_MAX).toList(), words.hazmat().stream().sorted().toList(),
        words.carriers().stream().sorted().limit(WORDS_MAX).toList(), List.copyOf(programmes), NAMES);
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
        COUNTRIES,
        words(known));
  }
}
