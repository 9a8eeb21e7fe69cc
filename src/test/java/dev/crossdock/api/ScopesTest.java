package dev.crossdock.api;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.testing.Installation.Reply;
import dev.crossdock.testing.Installation;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may call what: every route of the API against every scope, and against nobody. */
class ScopesTest {

  /** The routes and the scope each needs. A route that is not here, or differs, is a mistake. */
  private static final Map<String, Scope> MATRIX =
      Map.ofEntries(
          Map.entry("GET /api/v1/channel-accounts", Scope.CHANNELS_READ),
          Map.entry("POST /api/v1/channel-accounts", Scope.CHANNELS_WRITE),
          Map.entry("GET /api/v1/locations", Scope.STOCK_READ),
          Map.entry("POST /api/v1/locations", Scope.STOCK_WRITE),
          Map.entry("GET /api/v1/products", Scope.CATALOG_READ),
          Map.entry("POST /api/v1/products", Scope.CATALOG_WRITE),
          Map.entry("GET /api/v1/orders", Scope.ORDERS_READ),
          Map.entry("GET /api/v1/orders/{id}", Scope.ORDERS_READ),
          Map.entry("GET /api/v1/orders/{id}/journal", Scope.ORDERS_READ),
          Map.entry("POST /api/v1/orders/{id}/holds/{hold}/release", Scope.ORDERS_WRITE),
          Map.entry("GET /api/v1/restricted-countries", Scope.ORDERS_READ),
          Map.entry("PUT /api/v1/restricted-countries", Scope.ORDERS_WRITE),
          Map.entry("GET /api/v1/products/{sku}/substitutes", Scope.CATALOG_READ),
          Map.entry("PUT /api/v1/products/{sku}/substitutes", Scope.CATALOG_WRITE),
          Map.entry("POST /api/v1/orders/{id}/lines/{line}/cancel", Scope.ORDERS_WRITE),
          Map.entry("POST /api/v1/orders/{id}/lines/{line}/backorder", Scope.ORDERS_WRITE),
          Map.entry("POST /api/v1/orders/{id}/lines/{line}/substitute", Scope.ORDERS_WRITE),
          Map.entry("POST /api/v1/orders/{id}/lines/{line}/displace", Scope.ORDERS_WRITE),
          Map.entry("POST /api/v1/orders/{id}/lines/{line}/transfer", Scope.ORDERS_WRITE),
          Map.entry("PUT /api/v1/orders/{id}/priority", Scope.ORDERS_WRITE),
          Map.entry("POST /api/v1/orders/{id}/route", Scope.ORDERS_WRITE),
          Map.entry("POST /api/v1/orders/{id}/route-preview", Scope.ORDERS_READ),
          Map.entry("POST /api/v1/orders/{id}/pin", Scope.ORDERS_WRITE),
          Map.entry("POST /api/v1/orders/{id}/reject", Scope.ORDERS_WRITE),
          Map.entry("GET /api/v1/routing/queue", Scope.ORDERS_READ),
          Map.entry("GET /api/v1/routing/decisions", Scope.ORDERS_READ),
          Map.entry("POST /api/v1/incoming-returns", Scope.STOCK_WRITE),
          Map.entry("GET /api/v1/incoming-returns", Scope.STOCK_READ),
          Map.entry("GET /api/v1/incoming-returns/{id}", Scope.STOCK_READ),
          Map.entry("POST /api/v1/incoming-returns/{id}/receipts", Scope.STOCK_WRITE),
          Map.entry("POST /api/v1/incoming-returns/{id}/close", Scope.STOCK_WRITE),
          Map.entry("POST /api/v1/incoming-returns/{id}/cancel", Scope.STOCK_WRITE),
          Map.entry("GET /api/v1/routing/policies", Scope.ORDERS_READ),
          Map.entry("POST /api/v1/routing/policies", Scope.ORDERS_WRITE),
          Map.entry("GET /api/v1/routing/policies/{version}", Scope.ORDERS_READ),
          Map.entry("PUT /api/v1/routing/policies/{version}", Scope.ORDERS_WRITE),
          Map.entry("GET /api/v1/routing/policies/{version}/diff", Scope.ORDERS_READ),
          Map.entry("GET /api/v1/routing/policies/{version}/lint", Scope.ORDERS_READ),
          Map.entry("POST /api/v1/routing/policies/check", Scope.ORDERS_READ),
          Map.entry("POST /api/v1/routing/policies/{version}/activate", Scope.ORDERS_WRITE),
          Map.entry("POST /api/v1/routing/policies/{version}/shadow", Scope.ORDERS_WRITE),
          Map.entry("POST /api/v1/routing/policies/{version}/canary", Scope.ORDERS_WRITE),
          Map.entry("POST /api/v1/routing/policies/{version}/archive", Scope.ORDERS_WRITE),
          Map.entry("POST /api/v1/routing/policies/{version}/discard", Scope.ORDERS_WRITE),
          Map.entry("POST /api/v1/routing/policies/{version}/roll-back", Scope.ORDERS_WRITE),
          Map.entry("GET /api/v1/routing/criteria", Scope.ORDERS_READ),
          Map.entry("GET /api/v1/routing/fields", Scope.ORDERS_READ),
          Map.entry("GET /api/v1/shortage-rules", Scope.ORDERS_READ),
          Map.entry("PUT /api/v1/shortage-rules", Scope.ORDERS_WRITE),
          Map.entry("POST /api/v1/backorder-authorisations", Scope.STOCK_WRITE),
          Map.entry("GET /api/v1/backorder-authorisations", Scope.STOCK_READ),
          Map.entry("GET /api/v1/backorder-authorisations/{id}", Scope.STOCK_READ),
          Map.entry("POST /api/v1/backorder-authorisations/{id}/change", Scope.STOCK_WRITE),
          Map.entry("POST /api/v1/backorder-authorisations/{id}/close", Scope.STOCK_WRITE),
          Map.entry("GET /api/v1/checks", Scope.METRICS_READ),
          Map.entry("GET /api/v1/checks/{id}", Scope.METRICS_READ),
          Map.entry("POST /api/v1/checks", Scope.ADMIN),
          Map.entry("GET /api/v1/exceptions", Scope.EXCEPTIONS_READ),
          Map.entry("GET /api/v1/inbox/parked", Scope.EXCEPTIONS_READ),
          Map.entry("GET /api/v1/inbox/{id}", Scope.EXCEPTIONS_READ),
          Map.entry("POST /api/v1/inbox/{id}/rerun", Scope.EXCEPTIONS_WRITE),
          Map.entry("PUT /api/v1/listings", Scope.CATALOG_WRITE),
          Map.entry("PUT /api/v1/stock", Scope.STOCK_WRITE),
          Map.entry("PUT /api/v1/sku-settings", Scope.STOCK_WRITE),
          Map.entry("GET /api/v1/sku-settings", Scope.STOCK_READ),
          Map.entry("GET /api/v1/lots/{sku}", Scope.STOCK_READ),
          Map.entry("PUT /api/v1/costing/skus", Scope.STOCK_WRITE),
          Map.entry("POST /api/v1/costing/skus/{sku}/costs", Scope.STOCK_WRITE),
          Map.entry("GET /api/v1/costing/values", Scope.STOCK_READ),
          Map.entry("GET /api/v1/costing/total", Scope.STOCK_READ),
          Map.entry("GET /api/v1/costing/sales", Scope.STOCK_READ),
          Map.entry("GET /api/v1/costing/untold", Scope.STOCK_READ),
          Map.entry("GET /api/v1/lots/{sku}/trace", Scope.STOCK_READ),
          Map.entry("PUT /api/v1/picks/{document}", Scope.STOCK_WRITE),
          Map.entry("POST /api/v1/purchase-orders", Scope.STOCK_WRITE),
          Map.entry("GET /api/v1/purchase-orders", Scope.STOCK_READ),
          Map.entry("GET /api/v1/purchase-orders/{id}", Scope.STOCK_READ),
          Map.entry("POST /api/v1/purchase-orders/{id}/receipts", Scope.STOCK_WRITE),
          Map.entry("POST /api/v1/purchase-orders/{id}/close", Scope.STOCK_WRITE),
          Map.entry("POST /api/v1/purchase-orders/{id}/cancel", Scope.STOCK_WRITE),
          Map.entry("GET /api/v1/network/profiles", Scope.STOCK_READ),
          Map.entry("PUT /api/v1/network/profiles", Scope.STOCK_WRITE),
          Map.entry("GET /api/v1/network/profiles/{location}", Scope.STOCK_READ),
          Map.entry("PUT /api/v1/network/profiles/{location}", Scope.STOCK_WRITE),
          Map.entry("DELETE /api/v1/network/profiles/{location}", Scope.STOCK_WRITE),
          Map.entry("GET /api/v1/network/items", Scope.STOCK_READ),
          Map.entry("PUT /api/v1/network/items", Scope.STOCK_WRITE),
          Map.entry("GET /api/v1/network/items/{sku}", Scope.STOCK_READ),
          Map.entry("DELETE /api/v1/network/items/{sku}", Scope.STOCK_WRITE),
          Map.entry("GET /api/v1/network/rate-cards", Scope.STOCK_READ),
          Map.entry("PUT /api/v1/network/rate-cards", Scope.STOCK_WRITE),
          Map.entry("GET /api/v1/network/rate-cards/{code}", Scope.STOCK_READ),
          Map.entry("PUT /api/v1/network/rate-cards/{code}", Scope.STOCK_WRITE),
          Map.entry("DELETE /api/v1/network/rate-cards/{code}", Scope.STOCK_WRITE),
          Map.entry("GET /api/v1/network/rate-cards/{code}/prices", Scope.STOCK_READ),
          Map.entry("PUT /api/v1/network/rate-cards/{code}/prices", Scope.STOCK_WRITE),
          Map.entry("POST /api/v1/network/rate-cards/quote", Scope.STOCK_READ),
          Map.entry("POST /api/v1/transfers", Scope.STOCK_WRITE),
          Map.entry("GET /api/v1/transfers", Scope.STOCK_READ),
          Map.entry("GET /api/v1/transfers/{id}", Scope.STOCK_READ),
          Map.entry("POST /api/v1/transfers/{id}/ship", Scope.STOCK_WRITE),
          Map.entry("POST /api/v1/transfers/{id}/receipts", Scope.STOCK_WRITE),
          Map.entry("POST /api/v1/transfers/{id}/complete", Scope.STOCK_WRITE),
          Map.entry("POST /api/v1/transfers/{id}/cancel", Scope.STOCK_WRITE),
          Map.entry("POST /api/v1/counts", Scope.STOCK_WRITE),
          Map.entry("GET /api/v1/counts", Scope.STOCK_READ),
          Map.entry("GET /api/v1/counts/{id}", Scope.STOCK_READ),
          Map.entry("POST /api/v1/counts/{id}/lines", Scope.STOCK_WRITE),
          Map.entry("POST /api/v1/counts/{id}/approve", Scope.STOCK_WRITE),
          Map.entry("POST /api/v1/counts/{id}/recount", Scope.STOCK_WRITE),
          Map.entry("POST /api/v1/counts/{id}/cancel", Scope.STOCK_WRITE),
          Map.entry("PUT /api/v1/publishing/rules", Scope.CHANNELS_WRITE),
          Map.entry("GET /api/v1/publishing/rules", Scope.CHANNELS_READ),
          Map.entry("GET /api/v1/publishing/listings", Scope.STOCK_READ),
          Map.entry("GET /api/v1/publishing/accounts", Scope.CHANNELS_READ),
          Map.entry("GET /api/v1/publishing/simulation", Scope.STOCK_READ),
          Map.entry("POST /api/v1/publishing/heal", Scope.CHANNELS_WRITE),
          Map.entry("GET /api/v1/publishing/skus/{sku}", Scope.STOCK_READ),
          Map.entry("PUT /api/v1/stock/bins", Scope.STOCK_WRITE),
          Map.entry("GET /api/v1/stock/{sku}/bins", Scope.STOCK_READ),
          Map.entry("GET /api/v1/stock/{sku}/incoming", Scope.STOCK_READ),
          Map.entry("PUT /api/v1/allocation-groups", Scope.STOCK_WRITE),
          Map.entry("GET /api/v1/allocation-groups", Scope.STOCK_READ),
          Map.entry("POST /api/v1/allocations", Scope.STOCK_WRITE),
          Map.entry("GET /api/v1/allocations", Scope.STOCK_READ),
          Map.entry("POST /api/v1/routing/plan", Scope.ORDERS_READ),
          Map.entry("POST /api/v1/routing/try", Scope.ORDERS_READ),
          Map.entry("POST /api/v1/routing/apply", Scope.ORDERS_WRITE),
          Map.entry("GET /api/v1/routing/apply", Scope.ORDERS_READ),
          Map.entry("GET /api/v1/routing/apply/{id}", Scope.ORDERS_READ),
          Map.entry("GET /api/v1/routing/apply/{id}/orders", Scope.ORDERS_READ),
          Map.entry("POST /api/v1/routing/apply/{id}/cancel", Scope.ORDERS_WRITE),
          Map.entry("GET /api/v1/routing/policies/{version}/canary", Scope.ORDERS_READ),
          Map.entry("GET /api/v1/routing/canary-limits", Scope.ORDERS_READ),
          Map.entry("PUT /api/v1/routing/canary-limits", Scope.ORDERS_WRITE),
          Map.entry("GET /api/v1/routing/policies/{version}/shadow", Scope.ORDERS_READ),
          Map.entry("GET /api/v1/routing/policies/{version}/shadow/orders", Scope.ORDERS_READ),
          Map.entry("POST /api/v1/routing/backtests", Scope.ORDERS_WRITE),
          Map.entry("GET /api/v1/routing/backtests", Scope.ORDERS_READ),
          Map.entry("GET /api/v1/routing/backtests/{id}", Scope.ORDERS_READ),
          Map.entry("GET /api/v1/routing/backtests/{id}/orders", Scope.ORDERS_READ),
          Map.entry("POST /api/v1/routing/backtests/{id}/cancel", Scope.ORDERS_WRITE),
          Map.entry("GET /api/v1/routing/guard-rails", Scope.ORDERS_READ),
          Map.entry("PUT /api/v1/routing/guard-rails", Scope.ORDERS_WRITE),
          Map.entry("GET /api/v1/atp", Scope.STOCK_READ),
          Map.entry("GET /api/v1/atp/{sku}/when", Scope.STOCK_READ),
          Map.entry("PUT /api/v1/safety-stock", Scope.STOCK_WRITE),
          Map.entry("GET /api/v1/safety-stock", Scope.STOCK_READ),
          Map.entry("POST /api/v1/reservations", Scope.STOCK_WRITE),
          Map.entry("GET /api/v1/reservations", Scope.STOCK_READ),
          Map.entry("GET /api/v1/reservations/{id}", Scope.STOCK_READ),
          Map.entry("POST /api/v1/reservations/{id}/extend", Scope.STOCK_WRITE),
          Map.entry("POST /api/v1/reservations/{id}/release", Scope.STOCK_WRITE),
          Map.entry("POST /api/v1/reservations/{id}/claim", Scope.STOCK_WRITE),
          Map.entry("GET /api/v1/stock", Scope.STOCK_READ),
          Map.entry("POST /api/v1/imports/{kind}", Scope.STOCK_WRITE),
          Map.entry("GET /api/v1/imports", Scope.STOCK_READ),
          Map.entry("GET /api/v1/imports/{id}", Scope.STOCK_READ),
          Map.entry("GET /api/v1/imports/{id}/answers", Scope.STOCK_READ),
          Map.entry("POST /api/v1/stock/imports", Scope.STOCK_WRITE),
          Map.entry("GET /api/v1/stock/imports", Scope.STOCK_READ),
          Map.entry("GET /api/v1/stock/imports/{id}", Scope.STOCK_READ),
          Map.entry("GET /api/v1/stock/imports/{id}/errors", Scope.STOCK_READ),
          Map.entry("POST /api/v1/stock/adjustments", Scope.STOCK_WRITE),
          Map.entry("POST /api/v1/stock/blocks", Scope.STOCK_WRITE),
          Map.entry("GET /api/v1/stock/{sku}", Scope.STOCK_READ),
          Map.entry("GET /api/v1/stock/{sku}/locations/{location}/ledger", Scope.STOCK_READ));

  private final Installation house = Installation.shared();

  @Test
  void everyRouteDeclaresTheScopeOfTheMatrix() {
    Map<String, Scope> declared = new TreeMap<>();
    routes().forEach((route, method) -> declared.put(route, scope(method)));

    assertThat(declared).containsExactlyInAnyOrderEntriesOf(MATRIX);
  }

  @Test
  void everyScopeOpensItsOwnRoutesOnly() {
    Map<Scope, String> keys =
        List.of(Scope.values()).stream().collect(toMap(scope -> scope, scope -> house.key(scope)));
    List<String> wrong = new ArrayList<>();
    MATRIX.forEach(
        (route, needed) ->
            keys.forEach(
                (scope, key) -> {
                  int status = call(route, key).status();
                  boolean open = scope == needed || scope == Scope.ADMIN;
                  if (open == (status == 403)) {
                    wrong.add(route + " with " + scope.text() + " answered " + status);
                  }
                }));

    assertThat(wrong).isEmpty();
  }

  @Test
  void nobodyGetsInWithoutAKey() {
    for (String route : MATRIX.keySet()) {
      for (String key : List.of("", "no-such-key-at-all", "bootstrap")) {
        Reply reply = call(route, key);
        assertThat(reply.status()).as(route).isEqualTo(401);
        assertThat(reply.header("www-authenticate")).isEqualTo("Bearer");
        assertThat(reply.at("/type")).isEqualTo("urn:crossdock:problem:unauthorized");
      }
    }
  }

  @Test
  void aRefusalNamesTheScopeThatIsMissing() {
    Reply reply = call("PUT /api/v1/stock", house.key(Scope.STOCK_READ));

    assertThat(reply.at("/needs")).isEqualTo("stock:write");
    assertThat(reply.header("content-type")).startsWith("application/problem+json");
  }

  @Test
  void refusesAKeyInTheAddress() {
    for (String query : List.of("api_key=", "access_token=", "x=1&token=")) {
      Reply reply = house.get("/api/v1/products?" + query + Installation.BOOTSTRAP_KEY);
      assertThat(reply.at("/type")).isEqualTo("urn:crossdock:problem:key-in-address");
    }
  }

  @Test
  void refusesTwoKeysAtOnce() {
    HttpRequest twice =
        house.request("GET", "/api/v1/products", "").header("Authorization", "Bearer other").build();

    assertThat(house.send(twice).status()).isEqualTo(401);
  }

  private Reply call(String route, String key) {
    String[] parts = route.split(" ");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(house.uri(parts[1].replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000")))
            .method(parts[0], parts[0].equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("[]"))
            .header("Content-Type", "application/json");
    return house.send(key.isEmpty() ? request.build() : request.header("Authorization", "Bearer " + key).build());
  }

  private Map<String, HandlerMethod> routes() {
    Map<String, HandlerMethod> routes = new TreeMap<>();
    Objects.requireNonNull(house.part(DispatcherServlet.class).getWebApplicationContext())
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((info, method) -> names(info).forEach(name -> routes.put(name, method)));
    routes.keySet().removeIf(name -> !name.contains(" /api/"));
    return routes;
  }

  private static List<String> names(RequestMappingInfo info) {
    return info.getPathPatternsCondition() == null
        ? List.of()
        : info.getPathPatternsCondition().getPatternValues().stream()
            .flatMap(path -> info.getMethodsCondition().getMethods().stream().map(method -> method + " " + path))
            .toList();
  }

  private static Scope scope(HandlerMethod method) {
    RequiresScope required = method.getMethodAnnotation(RequiresScope.class);
    return Objects.requireNonNull(required, () -> method + " declares no scope").value();
  }
}
