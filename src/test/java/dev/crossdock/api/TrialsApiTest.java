package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Installation;
import dev.crossdock.testing.Installation.Reply;
import dev.crossdock.testing.ShopifyDeliveries;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Policies tried on the past before they decide, over HTTP. */
class TrialsApiTest {

  private static final Installation HOUSE = Installation.fresh();
  private static final ShopifyDeliveries SHOP = new ShopifyDeliveries(HOUSE, "tr-shop");
  private static final String RAILS = "/api/v1/routing/guard-rails";
  private static final String LIMITS =
      "\"costPercentMost\":2,\"latePointsMost\":0.1,\"unfilledPointsMost\":0.1,\"parcelsPercentMost\":5";
  private static final String NOWHERE =
      "{\"name\":\"nowhere\",\"rules\":[{\"name\":\"nowhere\",\"from\":{\"codes\":[\"TR-B\"]},"
          + "\"otherwise\":{\"do\":\"backorder\"}}]}";

  @BeforeAll
  static void orders() {
    SHOP.open();
    HOUSE.post(
        "/api/v1/locations",
        "[{\"code\":\"TR-A\",\"address\":{\"country\":\"US\"}},{\"code\":\"TR-B\",\"address\":{\"country\":\"US\"}}]");
    HOUSE.post("/api/v1/products", "[{\"sku\":\"TR-1\",\"title\":\"T\"}]");
    HOUSE.put("/api/v1/stock", "[{\"sku\":\"TR-1\",\"location\":\"TR-A\",\"onHand\":9}]");
    for (String id : new String[] {"95001", "95002", "95003"}) {
      SHOP.delivers(id, "TR-1", 1);
      SHOP.orderWhen(id, "/items/0/headline/code", "RELEASED");
    }
  }

  @AfterAll
  static void close() {
    HOUSE.close();
  }

  @Test
  void aVersionDecidesAfterItWasTriedOrWhenSomebodyAnswersForIt() {
    put(RAILS, "{" + LIMITS + ",\"backtest\":\"ALWAYS\"}", 200);
    String version = post("/api/v1/routing/policies", "{\"policy\":" + NOWHERE + "}", 201).at("/version");
    String path = "/api/v1/routing/policies/" + version;

    assertThat(post(path + "/activate", "{}", 409).text()).contains("backtest-missing").contains("was not tried");
    post(path + "/canary", "{\"percent\":5}", 200);

    String begun = post("/api/v1/routing/backtests", "{\"days\":1,\"policyVersion\":" + version + "}", 201).at("/id");
    Reply report = HOUSE.eventually("/api/v1/routing/backtests/" + begun, "/state", "DONE");
    assertThat(report.at("/report/orders")).isEqualTo("3");
    assertThat(report.at("/report/held")).isEqualTo("false");
    Reply guarded = post(path + "/activate", "{}", 409);
    assertThat(guarded.text()).contains("guard-rail").contains("Units without a place would rise by 100.00 points");
    post(path + "/activate", "{\"overrideBy\":\"Ada\"}", 422);

    Reply active =
        post(path + "/activate", "{\"overrideBy\":\"Ada\",\"overrideReason\":\"TR-A burns down\"}", 200);
    assertThat(active.at("/state")).isEqualTo("active");
    assertThat(active.text()).contains("Ada").contains("TR-A burns down");
    String told =
        JdbcClient.create(HOUSE.db().dataSource())
            .sql(
                """
                select actor_kind || ' ' || payload from journal
                where type = 'routing-policy.activated' order by version desc limit 1
                """)
            .query(String.class)
            .single();
    assertThat(told).startsWith("API_KEY").contains("\"guardsOverridden\":true").doesNotContain("burns");
  }

  @Test
  void guardRailsAreKeptWithWhenABacktestIsNeeded() {
    put(RAILS, "{" + LIMITS + ",\"backtest\":\"NEVER\"}", 200);
    assertThat(HOUSE.get(RAILS).at("/backtest")).isEqualTo("NEVER");
    put(RAILS, "{" + LIMITS + "}", 200);
    assertThat(HOUSE.get(RAILS).at("/backtest")).isEqualTo("WITH_A_PAST");
    assertThat(put(RAILS, "{" + LIMITS + ",\"backtest\":\"SOMETIMES\"}", 422).text()).contains("/backtest");
  }

  private static Reply post(String path, String body, int status) {
    return checked(HOUSE.post(path, body), status);
  }

  private static Reply put(String path, String body, int status) {
    return checked(HOUSE.put(path, body), status);
  }

  private static Reply checked(Reply reply, int status) {
    assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
    return reply;
  }
}
