package dev.crossdock.channels.adapters.amazon.api;

import static dev.crossdock.channels.adapters.amazon.api.FakeAmazon.NOW;
import static dev.crossdock.channels.adapters.amazon.api.FakeAmazon.SIGNED_IN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.FetchOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in, and what an answer of Amazon's means. */
class AmazonApiTest {

  private static final String ORDER = "{\"order\":{\"orderId\":\"902-0000001-0000001\"}}";

  @Test
  void signsInOnceAndKeepsTheTokenForLater() {
    FakeAmazon amazon = new FakeAmazon().answers(200, SIGNED_IN).answers(200, ORDER).answers(200, ORDER);

    amazon.orders().fetch("902-0000001-0000001");
    amazon.orders().fetch("902-0000001-0000001");

    assertThat(amazon.targets())
        .containsExactly(
            "POST https://api.amazon.com/auth/o2/token",
            "GET https://sellingpartnerapi-eu.amazon.com/orders/2026-01-01/orders/902-0000001-0000001?includedData="
                + "BUYER,RECIPIENT,PROCEEDS,EXPENSE,PROMOTION,CANCELLATION,FULFILLMENT,TAX,PAYMENT",
            "GET https://sellingpartnerapi-eu.amazon.com/orders/2026-01-01/orders/902-0000001-0000001?includedData="
                + "BUYER,RECIPIENT,PROCEEDS,EXPENSE,PROMOTION,CANCELLATION,FULFILLMENT,TAX,PAYMENT");
    assertThat(new String(amazon.asked.getFirst().body(), StandardCharsets.UTF_8))
        .isEqualTo(
            "grant_type=refresh_token&refresh_token=Atzr%7Cmade%2Bup&client_id=amzn1.made-up"
                + "&client_secret=made%20up%20%26%20secret");
    assertThat(amazon.asked.getLast().headers()).containsEntry("x-amz-access-token", "Atza|fresh");
    assertThat(amazon.expiries.values()).containsExactly(NOW.plus(Duration.ofMinutes(58)));
  }

  @Test
  void neverUsesATokenOfAnEarlierRefreshToken() {
    FakeAmazon amazon = new FakeAmazon().answers(200, SIGNED_IN).answers(200, ORDER);
    amazon.orders().fetch("902-0000001-0000001");

    amazon.withSecret(AmazonAccount.REFRESH_TOKEN, "Atzr|another").answers(200, SIGNED_IN).answers(200, ORDER);
    amazon.orders().fetch("902-0000001-0000001");

    assertThat(amazon.targets()).filteredOn(target -> target.contains("/auth/o2/token")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void renewsAKeptTokenThatIsRefusedOnce(int status) {
    FakeAmazon amazon = new FakeAmazon().answers(200, SIGNED_IN).answers(200, ORDER);
    amazon.orders().fetch("902-0000001-0000001");
    amazon.asked.clear();

    amazon.answers(status, "{}").answers(200, SIGNED_IN).answers(200, ORDER);
    assertThat(amazon.orders().fetch("902-0000001-0000001")).isInstanceOf(FetchOutcome.Fetched.class);
    amazon.answers(status, "{}").answers(200, SIGNED_IN).answers(status, "{}");
    assertThat(amazon.orders().fetch("902-0000001-0000001")).isInstanceOf(FetchOutcome.Failed.class);
    assertThat(amazon.asked).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({
    "400, '{\"error\":\"invalid_grant\"}', Failed",
    "401, '{\"error\":\"invalid_client\"}', Failed",
    "404, '', Failed",
    "429, '', TryLater",
    "500, '', TryLater",
    "200, '{}', TryLater",
    "200, 'no json', TryLater",
  })
  void handsARefusedSignInToAPersonAndWaitsOutAnOutage(int status, String body, String outcome) {
    FakeAmazon amazon = new FakeAmazon().answers(status, body);

    assertThat(amazon.orders().fetch("902-0000001-0000001").getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(amazon.tokens).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 2000",
    "0.0056, 178572",
    "2, 500",
    "0.0000001, 600000",
    "0, 2000",
    "fast, 2000",
    "-1, 2000",
    ", 2000",
  })
  void waitsAsLongAsTheGrantedRateSays(String rate, long millis) {
    FakeAmazon amazon = new FakeAmazon().answers(200, SIGNED_IN);
    if (rate == null) {
      amazon.answers(429, "");
    } else {
      amazon.answers(429, "", "x-amzn-ratelimit-limit", rate);
    }

    assertThat(amazon.orders().fetch("902-0000001-0000001"))
        .isEqualTo(new FetchOutcome.TryLater(NOW.plusMillis(millis), "Amazon's rate limit is reached."));
  }

  @ParameterizedTest
  @CsvSource({
    "400, Failed",
    "401, Failed",
    "403, Failed",
    "404, Unknown",
    "408, TryLater",
    "413, Failed",
    "500, TryLater",
    "503, TryLater",
    "301, Failed",
  })
  void sortsAnswers(int status, String outcome) {
    FakeAmazon amazon = new FakeAmazon().answers(200, SIGNED_IN).answers(status, "{\"errors\":[]}");

    assertThat(amazon.orders().fetch("902-0000001-0000001").getClass().getSimpleName()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "no json", "{\"order\":7}", "{\"orders\":[]}"})
  void waitsWhenTheAnswerHoldsNoOrder(String answer) {
    FakeAmazon amazon = new FakeAmazon().answers(200, SIGNED_IN).answers(200, answer);

    assertThat(amazon.orders().fetch("902-0000001-0000001")).isInstanceOf(FetchOutcome.TryLater.class);
  }

  @Test
  void waitsWhenNoAnswerComes() {
    FakeAmazon amazon = new FakeAmazon().answers(200, SIGNED_IN).fails(new IOException("cut off"));

    assertThat(amazon.orders().fetch("902-0000001-0000001")).isInstanceOf(FetchOutcome.TryLater.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../tokens", "1?x=y", "", "902 1", "é"})
  void doesNotAskForWhatIsNoOrderId(String id) {
    assertThat(new FakeAmazon().orders().fetch(id)).isInstanceOf(FetchOutcome.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({"region, moon", "region, ''", "baseUrl, http://api.example", "ordersApi, v1", "clientId, ''",
      "authUrl, http://sign-in.example"})
  void handsWrongSettingsToAPerson(String setting, String value) {
    FakeAmazon amazon = new FakeAmazon().with(setting, value);

    assertThat(amazon.orders().fetch("902-0000001-0000001")).isInstanceOf(FetchOutcome.Failed.class);
    assertThat(amazon.asked).isEmpty();
  }

  @Test
  void asksASimulatedAmazonOnThisMachine() {
    FakeAmazon amazon =
        new FakeAmazon()
            .with(AmazonAccount.BASE_URL, "http://127.0.0.1:4711/amazon/")
            .with(AmazonAccount.AUTH_URL, "http://127.0.0.1:4711")
            .with(AmazonAccount.PERSONAL_DATA, "no")
            .answers(200, SIGNED_IN)
            .answers(200, ORDER);
    amazon.orders().fetch("902-0000001-0000001");

    assertThat(amazon.targets())
        .containsExactly(
            "POST http://127.0.0.1:4711/auth/o2/token",
            "GET http://127.0.0.1:4711/amazon/orders/2026-01-01/orders/902-0000001-0000001?includedData="
                + "PROCEEDS,EXPENSE,PROMOTION,CANCELLATION,FULFILLMENT,TAX,PAYMENT");
  }
}
