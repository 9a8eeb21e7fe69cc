package dev.crossdock.routing.trials.internal;

import dev.crossdock.routing.criteria.Fault;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.ItemFacts;
import dev.crossdock.routing.facts.OrderFacts;
import dev.crossdock.routing.facts.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The parts of a case; of use only where no fault was told. */
public record CaseParts(@Nullable JsonNode policy, @Nullable Integer policyVersion, Facts facts) {

  /** Reads an order alone; of its items nothing is known. */
  public static OrderFacts order(JsonNode json, String path, Instant now, List<Fault> faults) {
    return new OrderReader(Map.of(), now).read(new Part(json, path, faults));
  }

  /** Reads all of it, and tells what is wrong. */
  public static CaseParts read(JsonNode json, Instant usually, List<Fault> faults) {
    Part top = new Part(json, "", faults);
    JsonNode policy = top.raw("policy");
    Integer version = top.whole("policyVersion", 1, Integer.MAX_VALUE);
    if (policy != null && version != null) {
      top.wrong("policyVersion", "must not stand beside a policy");
    }
    Instant told = top.instant("now");
    Instant now = told == null ? usually : told;
    NetworkReader network = new NetworkReader(faults);
    Map<String, ItemFacts> items = network.items(top);
    Part order = top.part("order");
    if (order == null) {
      top.wrong("order", "must be given");
      order = new Part(JsonNodeFactory.instance.objectNode(), "/order", new ArrayList<>());
    }
    OrderFacts asked = new OrderReader(items, now).read(order);
    List<Place> places = network.places(top, asked.destination().point());
    StockTable stock = network.stock(top);
    Facts facts = new Facts(asked, places, stock, network.tariffs(top, places, now), now);
    top.end();
    return new CaseParts(policy, version, facts);
  }
}
