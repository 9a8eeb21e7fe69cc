package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Installation;
import dev.crossdock.testing.Installation.Reply;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a channel's delivery is answered with, over real HTTP, signed as Shopify signs. */
class WebhookTest {

  private static final String SECRET = "hush-hush-hush-hush";
  private static final String PATH = "/webhooks/shopify/hooks";
  private static final Installation HOUSE = Installation.shared();

  @BeforeAll
  static void anAccount() {
    Reply stored =
        HOUSE.post(
            "/api/v1/channel-accounts",
            "{\"channel\":\"shopify\",\"account\":\"hooks\",\"name\":\"Hooks\",\"credentials\":{\"webhookSecret\":\""
                + SECRET + "\"}}");
    assertThat(stored.status()).isIn(200, 201);
  }

  @Test
  void storesTheRawBytesOfAGenuineMessageAndAnswersAnEmptyObject() {
    byte[] body = bytes("{\"id\": 1,  \"note\":\"\u00e4\"}");

    Reply reply = HOUSE.send(signed(body, "stored-1").build());

    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    assertThat(reply.text()).isEqualTo("{}");
    assertThat(reply.header("content-type")).startsWith("application/json");
    assertThat(bodies("stored-1")).singleElement().isEqualTo(body);
  }

  @Test
  void storesWhatIsNoJsonAtAll() {
    byte[] body = {(byte) 0xC3, 0x28, 0, '{'};

    assertThat(HOUSE.send(signed(body, "no-json").build()).status()).isEqualTo(200);
    assertThat(bodies("no-json")).singleElement().isEqualTo(body);
  }

  @Test
  void answersADuplicateLikeTheFirst() throws Exception {
    byte[] body = bytes("{\"id\":2}");
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Reply>> replies =
          IntStream.range(0, 100)
              .mapToObj(n -> pool.submit(() -> HOUSE.send(signed(body, "same-delivery").build())))
              .toList();
      for (Future<Reply> reply : replies) {
        assertThat(reply.get().status()).isEqualTo(200);
        assertThat(reply.get().text()).isEqualTo("{}");
      }
    }
    assertThat(bodies("same-delivery")).hasSize(1);
  }

  @Test
  void keepsNoCredentialsThatCameAsHeaders() {
    byte[] body = bytes("{\"id\":3}");

    HOUSE.send(signed(body, "with-cookie").header("Cookie", "canary-c=1").header("Authorization", "canary-a").build());

    assertThat(headers("with-cookie")).singleElement().asString()
        .contains("x-shopify-topic")
        .doesNotContain("canary-c", "canary-a");
  }

  @ParameterizedTest
  @CsvSource({
    "wrong secret, other",
    "body changed by a blank, changed",
    "no signature, none",
    "empty signature, empty",
    "two signatures, twice",
    "trailing comma, comma",
    "not Base64, garbage",
    "in hexadecimal, hex"
  })
  void refusesWhatIsNotGenuineWithoutAWordAndStoresNothing(String what, String kind) {
    byte[] body = bytes("{\"id\":4}");
    String good = signature(body, SECRET);
    HttpRequest.Builder request = unsigned(body, "forged-" + kind);
    switch (kind) {
      case "other" -> request.header("X-Shopify-Hmac-SHA256", signature(body, "another-secret"));
      case "changed" -> request.header("X-Shopify-Hmac-SHA256", signature(bytes("{\"id\": 4}"), SECRET));
      case "empty" -> request.header("X-Shopify-Hmac-SHA256", "");
      case "twice" -> request.header("X-Shopify-Hmac-SHA256", good).header("X-Shopify-Hmac-SHA256", good);
      case "comma" -> request.header("X-Shopify-Hmac-SHA256", good + ",");
      case "garbage" -> request.header("X-Shopify-Hmac-SHA256", "%%%");
      case "hex" ->
          request.header("X-Shopify-Hmac-SHA256", HexFormat.of().formatHex(Base64.getDecoder().decode(good)));
      case "none" -> {}
      default -> throw new IllegalArgumentException(kind);
    }
    long before = messages();

    Reply reply = HOUSE.send(request.build());

    assertThat(reply.status()).as(what).isEqualTo(401);
    assertThat(reply.text()).isEmpty();
    assertThat(messages()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"/webhooks/shopify/nobody", "/webhooks/nowhere/hooks", "/webhooks/shopify/..%2F", "/webhooks/shopify"})
  void tellsUnknownAccountsAndChannelsApartFromNothing(String path) {
    Reply reply = HOUSE.send(HttpRequest.newBuilder(HOUSE.uri(path)).POST(BodyPublishers.ofString("{}")).build());

    assertThat(reply.status()).isIn(404, 400);
    assertThat(reply.text()).doesNotContain("shopify", "hooks");
  }

  @Test
  void refusesABodyAboveTheLimitWhateverLengthWasTold() {
    byte[] tooMuch = new byte[(2 << 20) + 1];
    HttpRequest chunked =
        unsigned(new byte[0], "chunked")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooMuch)))
            .build();

    assertThat(HOUSE.send(signed(tooMuch, "too-large").build()).status()).isEqualTo(413);
    assertThat(HOUSE.send(chunked).status()).isEqualTo(413);
    assertThat(HOUSE.send(signed(new byte[2 << 20], "just-fits").build()).status()).isEqualTo(200);
    assertThat(bodies("too-large")).isEmpty();
  }

  @Test
  void refusesACompressedBody() {
    Reply reply = HOUSE.send(signed(bytes("{}"), "gzip").header("Content-Encoding", "gzip").build());

    assertThat(reply.status()).isEqualTo(415);
    assertThat(bodies("gzip")).isEmpty();
  }

  @Test
  void takesNothingButPost() {
    Reply reply = HOUSE.send(HttpRequest.newBuilder(HOUSE.uri(PATH)).GET().build());

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("allow")).isEqualTo("POST");
  }

  @Test
  void countsWhatItRefused() {
    HOUSE.send(unsigned(bytes("{}"), "counted").build());

    assertThat(HOUSE.get("/metrics").text())
        .contains("crossdock_webhook_refused_total")
        .contains("MISSING_SIGNATURE");
  }

  private static HttpRequest.Builder signed(byte[] body, String delivery) {
    return unsigned(body, delivery).header("X-Shopify-Hmac-SHA256", signature(body, SECRET));
  }

  private static HttpRequest.Builder unsigned(byte[] body, String delivery) {
    return HttpRequest.newBuilder(HOUSE.uri(PATH))
        .POST(BodyPublishers.ofByteArray(body))
        .header("Content-Type", "application/json")
        .header("X-Shopify-Topic", "orders/create")
        .header("X-Shopify-Webhook-Id", delivery)
        .header("X-Shopify-Event-Id", delivery);
  }

  private static String signature(byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes(secret), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<byte[]> bodies(String delivery) {
    return JdbcClient.create(HOUSE.db().dataSource())
        .sql("select body from inbox_body where headers->>'x-shopify-webhook-id' = ?")
        .param(delivery)
        .query((row, n) -> row.getBytes(1))
        .list();
  }

  private static List<String> headers(String delivery) {
    return JdbcClient.create(HOUSE.db().dataSource())
        .sql("select headers::text from inbox_body where headers->>'x-shopify-webhook-id' = ?")
        .param(delivery)
        .query((row, n) -> row.getString(1))
        .list();
  }

  private static long messages() {
    return JdbcClient.create(HOUSE.db().dataSource()).sql("select count(*) from inbox").query(Long.class).single();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
