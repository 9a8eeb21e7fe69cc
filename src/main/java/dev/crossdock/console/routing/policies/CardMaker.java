package dev.crossdock.console.routing.policies;

import dev.crossdock.console.kit.Units;
import dev.crossdock.console.routing.policies.PolicyView.Card;
import dev.crossdock.console.routing.policies.PolicyView.Told;
import dev.crossdock.routing.conditions.Fault;
import dev.crossdock.routing.policies.Finding;
import dev.crossdock.routing.policies.Policy.Rule;
import dev.crossdock.routing.policies.PolicyWords;
import dev.crossdock.routing.reach.Reach;
import dev.crossdock.routing.reach.RecentOrders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes the list of rules: each in words, with what is wrong with it and how many orders it meets. */
final class CardMaker {

  private final List<Fault> faults;
  private final List<Finding> findings;
  private final @Nullable Reach reach;
  private final @Nullable Spots spots;

  /**
   * Makes cards.
   *
   * @param reach null where nobody counted
   * @param spots of the open rule; null where none is
   */
  CardMaker(List<Fault> faults, List<Finding> findings, @Nullable Reach reach, @Nullable Spots spots) {
    this.faults = faults;
    this.findings = findings;
    this.reach = reach;
    this.spots = spots;
  }

  /** The card of a rule; {@code read} is empty while the rule can't be read. */
  Card card(JsonNode rule, int number, boolean open, Optional<Rule> read) {
    String name = Nodes.text(rule, "name");
    boolean enabled = rule.get("enabled") == null || rule.get("enabled").asBoolean(true);
    return new Card(
        number, name.isEmpty() ? "Rule without a name" : name, enabled, open, read.map(PolicyWords::of).orElse(""),
        reach == null || number >= reach.rules().size() ? "" : count(reach.rules().get(number), enabled),
        about(number, open, faults.stream().map(fault -> new Place(fault.pointer(), fault.sentence()))),
        about(number, open, findings.stream().map(finding -> new Place(finding.pointer(), finding.sentence()))));
  }

  /** Of which orders counts are. */
  static String orders(Reach reach) {
    if (reach.orders() == 0) {
      return "There are no orders yet to count.";
    }
    String last = reach.orders() == 1 ? "the last order" : "the last " + Units.grouped(reach.orders()) + " orders";
    boolean every = reach.whole() && reach.orders() > 1 && reach.orders() < RecentOrders.ORDERS_MAX;
    String of = every ? "Of all " + Units.grouped(reach.orders()) + " orders"
        : "Of " + last + (reach.whole() ? "" : ", as many as could be looked at just now");
    String unmet = reach.unmet() == null || reach.unmet() == 0 ? ""
        : ", " + Units.grouped(reach.unmet()) + (reach.unmet() == 1 ? " meets" : " meet") + " no rule";
    return of + unmet + ".";
  }

  private static String count(Reach.OfRule rule, boolean enabled) {
    if (rule.matches() == null) {
      return "";
    }
    String matches = Units.grouped(rule.matches()) + (rule.matches() == 1 ? " order meets it" : " orders meet it");
    if (!enabled || rule.touches() == null || rule.matches() == 0) {
      return matches;
    }
    return matches + (rule.touches().equals(rule.matches())
        ? rule.matches() == 1 ? " and gets here" : ", all of them get here"
        : ", " + Units.grouped(rule.touches()) + (rule.touches() == 1 ? " gets here" : " get here"));
  }

  private record Place(String pointer, String sentence) {}

  private List<Told> about(int rule, boolean open, Stream<Place> all) {
    String at = "/rules/" + rule;
    List<Told> told = new ArrayList<>();
    all.filter(each -> each.pointer().equals(at) || each.pointer().startsWith(at + "/"))
        .forEach(each -> {
          String place = each.pointer().substring(at.length());
          told.add(new Told(each.sentence(), Spots.nearest(open ? spots : null, place), place));
        });
    return told.stream().distinct().toList();
  }
}
