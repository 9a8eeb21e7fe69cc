package dev.crossdock.routing.tryout;

import dev.crossdock.inventory.StockSet;
import dev.crossdock.orders.OrderBatch;
import dev.crossdock.orders.OrderId;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.Decisions;
import dev.crossdock.routing.DryRun;
import dev.crossdock.routing.conditions.Expressions;
import dev.crossdock.routing.engine.Objective;
import dev.crossdock.routing.engine.Otherwise;
import dev.crossdock.routing.engine.Split;
import dev.crossdock.routing.engine.Strategy;
import dev.crossdock.routing.network.RateCardInput;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.PolicyOutcome;
import dev.crossdock.routing.policies.PolicyReader;
import dev.crossdock.routing.policies.StoredPolicies;
import dev.crossdock.routing.policies.Surroundings;
import dev.crossdock.routing.trials.CaseTrial;
import dev.crossdock.testing.Oms;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A house whose policies can be tried: New York has a cheap carrier, Los Angeles a dear one. */
final class Bench implements AutoCloseable {

  static final JsonMapper JSON = JsonMapper.builder().build();

  static final Cause CAUSE = Cause.of(Actor.system("test"), "test", new UUID(0, 1));
  static final Strategy STRATEGY =
      new Strategy(
          Strategy.Candidates.ALL, List.of(), new Objective.InTurn(List.of()), Split.FREELY,
          new Otherwise.Backorder(true));

  final Oms oms = new Oms();
  final Policies policies =
      new Policies(
          new PolicyReader(new Expressions()),
          new Surroundings(
              oms.house().locations(), oms.house().network().facts(), oms.house().catalog()::known, tx -> Map.of()),
          List.of(), oms.house().journal());
  final CaseTrial trial = new CaseTrial(new Expressions(), policies, new StoredPolicies(policies, new Expressions()));
  final Tryouts tryouts =
      new Tryouts(oms.house().routing().dryRun(), trial, oms.house().catalog(), oms.house().ids());

  Bench() {
    oms.location("NYC", 40.7, -74.0).location("LAX", 34.05, -118.24);
    List<RateCardInput> cards = List.of(card("east", "NYC", "5.00"), card("west", "LAX", "8.00"));
    oms.write(tx -> oms.house().network().cards().put(tx, cards));
  }

  /** A policy by which everything leaves from here. */
  static String only(String location) {
    return """
        {"name": "only %s", "rules": [
          {"name": "from %s", "from": {"codes": ["%s"]}, "otherwise": {"do": "backorder", "shipRest": true}}]}
        """.formatted(location, location, location);
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  int draft(String policy) {
    return version(oms.write(tx -> policies.draft(tx, null, json(policy), "")));
  }

  int done(Function<Tx, PolicyOutcome> change) {
    return version(oms.write(change));
  }

  private static int version(PolicyOutcome outcome) {
    if (outcome instanceof PolicyOutcome.Done done) {
      return done.version().version();
    }
    throw new AssertionError(outcome.toString());
  }

  <T> T read(Function<Tx, T> look) {
    return oms.house().door().read(Merchant.MAIN, look);
  }

  OrderId id(String order) {
    return oms.order(order).id();
  }

  <T> T write(Function<Tx, T> work) {
    return oms.write(work);
  }

  /** What would be decided on all of an order that has a place already. */
  DryRun.Tried dry(String order) {
    DryRun.Ask ask = new DryRun.Ask(oms.order(order), true, null);
    return read(tx -> oms.house().routing().dryRun().plan(tx, List.of(ask), null)).getFirst();
  }

  /** Stock that nobody is told of, so that nothing is routed before the test does. */
  void lies(String sku, String location, int units) {
    oms.write(tx -> oms.house().stock().setOnHand(tx, List.of(new StockSet(sku, location, units))));
  }

  void route(String order) {
    OrderId id = id(order);
    oms.write(
        tx -> {
          OrderBatch batch = oms.house().orders().batch(tx);
          batch.loadById(List.of(id));
          oms.house().routing().route(tx, batch, true, true);
          return batch.store();
        });
  }

  Decisions.@Nullable Decision decision(String order) {
    OrderId id = id(order);
    return read(tx -> new Decisions().ofOrder(tx, id)).stream().findFirst().orElse(null);
  }

  /** What every table of the database holds, in a word each. */
  Map<String, String> everything() {
    return read(
        tx -> {
          Map<String, String> all = new TreeMap<>();
          List<String> tables =
              tx.sql("select tablename from pg_tables where schemaname = 'public'")
                  .query((row, n) -> row.getString(1))
                  .list();
          for (String table : tables) {
            String sum = "select coalesce(md5(string_agg(t::text, '' order by t::text)), '') from " + table + " t";
            all.put(table, tx.sql(sum).query(String.class).single());
          }
          return all;
        });
  }

  private static RateCardInput card(String code, String from, String price) {
    RateCardInput.Zone zone = new RateCardInput.Zone("all", 2, List.of("US"), null, null, null, List.of(price), null);
    return new RateCardInput(
        code, null, "Post", "Standard", "USD", null, new RateCardInput.From(List.of(from), null), null, null, null,
        null, null, null, null, null, null, List.of(30_000), List.of(zone));
  }

  @Override
  public void close() {
    oms.close();
  }
}
