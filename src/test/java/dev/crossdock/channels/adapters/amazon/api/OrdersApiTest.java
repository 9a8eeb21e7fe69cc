package dev.crossdock.channels.adapters.amazon.api;

import static dev.crossdock.channels.adapters.amazon.api.FakeAmazon.SIGNED_IN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.ChangesOutcome;
import dev.crossdock.channels.FetchOutcome;
import dev.crossdock.channels.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking for changes over both versions, and the several calls of one order of v0. */
class OrdersApiTest {

  private static final Duration OVERLAP = Duration.ofMinutes(15);
  private static final String PAGE_1 =
      "{\"orders\":[{\"orderId\":\"1\" , \"x\":[]},{\"orderId\":\"2\"}],\"pagination\":{\"nextToken\":\"a+/=|b\"}}";
  private static final String PAGE_2 = "{\"orders\":[{\"orderId\":\"3\"}],\"pagination\":{}}";
  private static final String CURSOR = "2026-11-20T14:00:00Z||||";

  @Test
  void looksPageByPageWithTheSameTimes() {
    FakeAmazon amazon = new FakeAmazon().answers(200, SIGNED_IN).answers(200, PAGE_1).answers(200, PAGE_2);

    ChangesOutcome.Page first = page(amazon, CURSOR);
    ChangesOutcome.Page second = page(amazon, first.cursor());

    assertThat(texts(first)).containsExactly("{\"orderId\":\"1\" , \"x\":[]}", "{\"orderId\":\"2\"}");
    assertThat(first.more()).isTrue();
    assertThat(first.cursor()).isEqualTo("2026-11-20T14:00:00Z|2026-11-20T14:57:30Z|||a+/=|b");
    assertThat(texts(second)).containsExactly("{\"orderId\":\"3\"}");
    assertThat(second.more()).isFalse();
    assertThat(second.cursor()).isEqualTo("2026-11-20T14:57:30Z|||2026-11-20T15:05:00Z|");
    assertThat(amazon.targets().get(1))
        .endsWith(
            "/orders/2026-01-01/orders?lastUpdatedAfter=2026-11-20T13%3A45%3A00Z"
                + "&lastUpdatedBefore=2026-11-20T14%3A57%3A30Z&maxResultsPerPage=100"
                + "&includedData=BUYER,RECIPIENT,PROCEEDS,EXPENSE,PROMOTION,CANCELLATION,"
                + "FULFILLMENT,TAX,PAYMENT");
    assertThat(amazon.targets().get(2)).startsWith(amazon.targets().get(1)).endsWith("&paginationToken=a%2B%2F%3D%7Cb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garbage", "yesterday||||"})
  void beginsThreeDaysBackWithoutACursor(String cursor) {
    FakeAmazon amazon = new FakeAmazon().answers(200, SIGNED_IN).answers(200, PAGE_2);

    page(amazon, cursor);

    assertThat(amazon.targets().get(1)).contains("lastUpdatedAfter=2026-11-17T14%3A45%3A00Z&");
  }

  @Test
  void beginsWhereTheAccountSays() {
    FakeAmazon amazon =
        new FakeAmazon()
            .with(AmazonAccount.READ_SINCE, "2026-10-01T00:00:00Z")
            .with(AmazonAccount.MARKETPLACES, " A1PA6795UKMFR9, A1F83G8C2ARO7P ,")
            .answers(200, SIGNED_IN)
            .answers(200, PAGE_2);

    assertThat(AmazonOrders.changesSince(null, OVERLAP, amazon)).isInstanceOf(ChangesOutcome.Page.class);
    assertThat(amazon.targets().get(1))
        .contains("lastUpdatedAfter=2026-09-30T23%3A45%3A00Z&")
        .contains("&marketplaceIds=A1PA6795UKMFR9%2CA1F83G8C2ARO7P&");
  }

  @Test
  void beginsALookAnewWhenItsMarkIsNoLongerTakenButOnlyOnce() {
    String stale = "2026-11-18T14:00:00Z|2026-11-18T15:00:00Z|||old";
    FakeAmazon amazon = new FakeAmazon().answers(200, SIGNED_IN);
    amazon.answers(400, "{}").answers(200, PAGE_1).answers(400, "{}");

    ChangesOutcome.Page anew = page(amazon, stale);
    assertThat(anew.documents()).isEmpty();
    assertThat(anew.more()).isTrue();
    assertThat(anew.cursor()).isEqualTo("2026-11-18T14:00:00Z||again||");
    ChangesOutcome.Page first = page(amazon, anew.cursor());
    assertThat(AmazonOrders.changesSince(first.cursor(), OVERLAP, amazon)).isInstanceOf(ChangesOutcome.Failed.class);
  }

  @Test
  void neverGoesBackBehindWhatWasRead() {
    FakeAmazon amazon = new FakeAmazon().answers(200, SIGNED_IN).answers(200, PAGE_2);

    assertThat(page(amazon, "2026-11-20T14:59:00Z||||").cursor())
        .startsWith("2026-11-20T14:59:00Z|||");
  }

  @Test
  void doesNotLookBeforeItIsTime() {
    FakeAmazon amazon = new FakeAmazon();

    assertThat(page(amazon, "2026-11-20T14:00:00Z|||2026-11-20T15:00:01Z|").documents()).isEmpty();
    assertThat(amazon.asked).isEmpty();
    amazon.answers(200, SIGNED_IN).answers(200, PAGE_2);
    assertThat(page(amazon, "2026-11-20T14:00:00Z|||2026-11-20T15:00:00Z|").documents()).hasSize(1);
  }

  @Test
  void namesChangedOrdersOfV0() {
    FakeAmazon amazon =
        v0().answers(200, SIGNED_IN)
            .answers(200, "{\"payload\":{\"Orders\":[{\"AmazonOrderId\":\"1\"}],\"NextToken\":\"n t\"}}");

    ChangesOutcome.Page page = page(amazon, CURSOR);

    assertThat(page.documents()).extracting(RawMessage::topic).containsExactly("order-changed/v0");
    assertThat(page.cursor()).endsWith("|n t");
    assertThat(amazon.targets().get(1))
        .endsWith(
            "/orders/v0/orders?MarketplaceIds=A1PA6795UKMFR9&LastUpdatedAfter=2026-11-20T13%3A45%3A00Z"
                + "&LastUpdatedBefore=2026-11-20T14%3A57%3A30Z&MaxResultsPerPage=100");
  }

  @Test
  void needsMarketplacesForV0() {
    FakeAmazon amazon = v0().with(AmazonAccount.MARKETPLACES, "");

    assertThat(AmazonOrders.changesSince(CURSOR, OVERLAP, amazon)).isInstanceOf(ChangesOutcome.Failed.class);
  }

  @Test
  void joinsTheAnswersThatMakeAnOrderOfV0() {
    String order = "{\"payload\":{\"AmazonOrderId\":\"9-1\",\"OrderStatus\":\"Unshipped\"}}";
    String items1 = "{\"payload\":{\"OrderItems\":[],\"NextToken\":\"2\"}}";
    String items2 = "{\"payload\":{\"OrderItems\":[],\"NextToken\":\"\"}}";
    String address = "{\"payload\":{\"ShippingAddress\":{}}}";
    FakeAmazon amazon =
        v0().answers(200, SIGNED_IN)
            .answers(200, "{\"restrictedDataToken\":\"Atz.sprdt|one\",\"expiresIn\":3600}")
            .answers(200, order)
            .answers(200, items1)
            .answers(200, items2)
            .answers(200, address);

    assertThat(fetched(amazon, "9-1"))
        .isEqualTo(
            "{\"ordersV0\":{\"order\":%s,\"items\":[%s,%s],\"address\":%s}}".formatted(order, items1, items2, address));
    String at = "https://sellingpartnerapi-eu.amazon.com/orders/v0/orders/9-1";
    assertThat(amazon.targets().subList(1, 6))
        .containsExactly(
            "POST https://sellingpartnerapi-eu.amazon.com/tokens/2021-03-01/restrictedDataToken",
            "GET " + at,
            "GET " + at + "/orderItems",
            "GET " + at + "/orderItems?NextToken=2",
            "GET " + at + "/address");
    assertThat(new String(amazon.asked.get(1).body(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"restrictedResources\":["
                + "{\"method\":\"GET\",\"path\":\"/orders/v0/orders/9-1\","
                + "\"dataElements\":[\"buyerInfo\",\"shippingAddress\"]},"
                + "{\"method\":\"GET\",\"path\":\"/orders/v0/orders/9-1/orderItems\",\"dataElements\":[\"buyerInfo\"]},"
                + "{\"method\":\"GET\",\"path\":\"/orders/v0/orders/9-1/address\"}]}");
    assertThat(amazon.asked.subList(2, 6))
        .allSatisfy(request -> assertThat(request.headers()).containsEntry("x-amz-access-token", "Atz.sprdt|one"));
  }

  @Test
  void readsNoPersonalDataOfV0WhereTheAppHasNoRole() {
    String order = "{\"AmazonOrderId\":\"9-1\",\"OrderStatus\":\"Unshipped\"}";
    FakeAmazon amazon =
        v0().with(AmazonAccount.PERSONAL_DATA, "no")
            .answers(200, SIGNED_IN)
            .answers(200, order)
            .answers(200, "{\"OrderItems\":[]}");

    assertThat(fetched(amazon, "9-1"))
        .isEqualTo("{\"ordersV0\":{\"order\":" + order + ",\"items\":[{\"OrderItems\":[]}]}}");
    assertThat(amazon.targets()).noneMatch(target -> target.contains("restrictedDataToken"));
  }

  @Test
  void doesNotAskForAnAddressThatCameOrIsNotTold() {
    for (String order :
        List.of(
            "{\"OrderStatus\":\"Unshipped\",\"ShippingAddress\":{\"City\":\"X\"}}",
            "{\"OrderStatus\":\"Pending\"}",
            "{\"OrderStatus\":\"Canceled\"}")) {
      FakeAmazon amazon =
          v0().answers(200, SIGNED_IN)
              .answers(200, "{\"restrictedDataToken\":\"t\"}")
              .answers(200, order)
              .answers(200, "{\"OrderItems\":[]}");
      assertThat(fetched(amazon, "9-1")).doesNotContain("\"address\"");
    }
  }

  @Test
  void fetchesNothingOfAnOrderOfV0WhenOneOfItsAnswersFails() {
    List<Map.Entry<Integer, Class<? extends FetchOutcome>>> failures =
        List.of(
            Map.entry(429, FetchOutcome.TryLater.class),
            Map.entry(500, FetchOutcome.TryLater.class),
            Map.entry(403, FetchOutcome.Failed.class),
            Map.entry(404, FetchOutcome.Unknown.class));
    for (int good = 0; good < 4; good++) {
      for (Map.Entry<Integer, Class<? extends FetchOutcome>> failure : failures) {
        FakeAmazon amazon = v0().answers(200, SIGNED_IN);
        String order = "{\"OrderStatus\":\"Unshipped\"}";
        List<String> answers = List.of("{\"restrictedDataToken\":\"t\"}", order, "{\"OrderItems\":[]}", "{}");
        answers.subList(0, good).forEach(body -> amazon.answers(200, body));
        amazon.answers(failure.getKey(), "{}");
        assertThat(amazon.orders().fetch("9-1")).as("%s after %s", failure, good).isInstanceOf(failure.getValue());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"no json", "{}", "[]", "{\"payload\":7}"})
  void waitsWhenTheAnswerOfV0IsNoOrder(String order) {
    FakeAmazon amazon =
        v0().answers(200, SIGNED_IN)
            .answers(200, "{\"restrictedDataToken\":\"t\"}")
            .answers(200, order)
            .answers(200, "{\"OrderItems\":[]}");

    assertThat(amazon.orders().fetch("9-1")).isInstanceOf(FetchOutcome.TryLater.class);
  }

  private static FakeAmazon v0() {
    return new FakeAmazon().with(AmazonAccount.ORDERS_API, "v0").with(AmazonAccount.MARKETPLACES, "A1PA6795UKMFR9");
  }

  private static ChangesOutcome.Page page(FakeAmazon amazon, String cursor) {
    ChangesOutcome outcome = AmazonOrders.changesSince(cursor, OVERLAP, amazon);
    assertThat(outcome).isInstanceOf(ChangesOutcome.Page.class);
    return (ChangesOutcome.Page) outcome;
  }

  private static String fetched(FakeAmazon amazon, String id) {
    FetchOutcome outcome = amazon.orders().fetch(id);
    assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class);
    return new String(((FetchOutcome.Fetched) outcome).document().body(), StandardCharsets.UTF_8);
  }

  private static List<String> texts(ChangesOutcome.Page page) {
    return page.documents().stream().map(document -> new String(document.body(), StandardCharsets.UTF_8)).toList();
  }
}
