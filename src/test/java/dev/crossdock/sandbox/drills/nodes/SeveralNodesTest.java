package dev.crossdock.sandbox.drills.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.nodes.NodeWatch;
import dev.crossdock.platform.security.NewPerson;
import dev.crossdock.platform.security.People;
import dev.crossdock.platform.security.Role;
import dev.crossdock.testing.Installation;
import dev.crossdock.testing.Installation.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nodes that share a database, over real HTTP: the drill of the same name does it with processes, and kills them. */
class SeveralNodesTest {

  private static final Cause CAUSE = Cause.of(Actor.system("test"), "test", new UUID(7, 7));
  private static final String PASSWORD = "correct horse battery";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final Pattern COOKIE = Pattern.compile("crossdock=([^;|]+)");
  private static final long PATIENCE_NANOS = 20_000_000_000L;
  private static final int REQUESTS_AROUND_A_RESTART = 40;

  private static final Installation ONE = Installation.fresh();
  private static final Installation TWO = ONE.another("--drain-seconds=1");

  @BeforeAll
  static void somebody() {
    NewPerson mira = new NewPerson("mira", "Mira", PASSWORD, Set.of(Role.OPERATOR));
    ONE.part(People.class).add(Merchant.MAIN, CAUSE, mira);
  }

  @AfterAll
  static void end() {
    ONE.close();
  }

  @Test
  void theConsoleWorksOnAnyNodeAndOutlivesOneThatEnds() throws Exception {
    Reply form = page(ONE, "/console/sign-in", "nobody");
    String visitor = cookie(form);
    Reply welcome = form(TWO, "/console/sign-in", "username=mira&password=" + encoded(PASSWORD), token(form), visitor);
    String session = cookie(welcome);

    assertThat(page(ONE, "/console/orders", session).status()).isEqualTo(200);
    assertThat(page(TWO, "/console/orders", session).status()).isEqualTo(200);
    assertThat(page(ONE, "/console/orders", visitor).status()).as("the visitor before").isEqualTo(302);

    restartsBehindTheProxyWithoutARefusedRequest(session);

    Reply out = form(ONE, "/console/sign-out", "", token(page(ONE, "/console/sign-in", session)), session);
    assertThat(out.header("location")).endsWith("?signed-out");
    assertThat(page(ONE, "/console/orders", session).status()).isEqualTo(302);
  }

  /** One after the other: the second node ends while requests come, and another one takes its place. */
  private static void restartsBehindTheProxyWithoutARefusedRequest(String session) throws Exception {
    Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
    AtomicBoolean sending = new AtomicBoolean(true);
    AtomicInteger sent = new AtomicInteger();
    try (Balancer balancer = new Balancer();
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      balancer.add(ONE.uri("/"));
      balancer.add(TWO.uri("/"));
      for (int n = 0; n < 4; n++) {
        threads.execute(() -> {
          while (sending.get()) {
            answers.computeIfAbsent(ask(client, balancer.address(), session), status -> new AtomicInteger())
                .incrementAndGet();
            sent.incrementAndGet();
          }
        });
      }
      until(() -> sent.get() > REQUESTS_AROUND_A_RESTART);
      until(() -> TWO.part(NodeWatch.class).others() == 1);
      TWO.close();
      assertThat(balancer.ready()).as("seen by the proxy before it was gone").isEqualTo(1);
      try (Installation three = ONE.another("--drain-seconds=1")) {
        balancer.add(three.uri("/"));
        int before = sent.get();
        until(() -> sent.get() > before + REQUESTS_AROUND_A_RESTART);
        assertThat(balancer.ready()).isEqualTo(2);
        until(() -> three.part(NodeWatch.class).others() == 1);
      }
      int before = sent.get();
      until(() -> sent.get() > before + REQUESTS_AROUND_A_RESTART);
      sending.set(false);
    }
    assertThat(answers.keySet()).as("answers by status: " + answers).containsExactly(200);
  }

  private static int ask(HttpClient client, URI proxy, String session) {
    HttpRequest request =
        HttpRequest.newBuilder(proxy.resolve("/console/orders")).header("Cookie", "crossdock=" + session).build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private static Reply page(Installation house, String path, String session) {
    return house.send(HttpRequest.newBuilder(house.uri(path)).header("Cookie", "crossdock=" + session).build());
  }

  private static Reply form(Installation house, String path, String fields, String token, String session) {
    return house.send(
        HttpRequest.newBuilder(house.uri(path))
            .POST(BodyPublishers.ofString(fields + "&_csrf=" + encoded(token)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Cookie", "crossdock=" + session)
            .build());
  }

  private static String token(Reply page) {
    Matcher found = TOKEN.matcher(page.text());
    assertThat(found.find()).as("a token in " + page).isTrue();
    return found.group(1);
  }

  private static String cookie(Reply reply) {
    Matcher found = COOKIE.matcher(reply.header("set-cookie"));
    assertThat(found.find()).as("a session in " + reply.header("set-cookie")).isTrue();
    return found.group(1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
