package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.crossdock.testing.Installation;
import dev.crossdock.testing.ShopifyDeliveries;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Senders that lie about lengths, take for ever, hold connections or forge: they are refused, others are served. */
class HostileSendersTest {

  private static final Installation HOUSE = Installation.fresh();
  private static final ShopifyDeliveries SHOP = new ShopifyDeliveries(HOUSE, "hostile");
  private static final int IDLE = 5_000;
  /** Files left for everything else. */
  private static final int SPARE = 300;
  private static final int FORGERS = 20;
  private static final int FORGED_EACH = 50;
  private static final long SERVED_MAX_NANOS = TimeUnit.SECONDS.toNanos(20);

  @BeforeAll
  static void aShop() {
    SHOP.open();
    HOUSE.post("/api/v1/products", "[{\"sku\":\"H-1\",\"title\":\"Lamp\"}]");
  }

  @AfterAll
  static void end() {
    HOUSE.close();
  }

  @Test
  void aBodyShorterThanItsLengthLeavesNothing() throws IOException {
    long before = messages();
    try (Socket socket = connected()) {
      socket.getOutputStream().write(head("Content-Length: 1000").getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write("{\"id\":1}".getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();

      assertThat(answer(socket)).doesNotContain("HTTP/1.1 200");
    }
    assertThat(messages()).isEqualTo(before);
    assertServed("1");
  }

  @Test
  void whatFollowsABodyLongerThanItsLengthIsNotBelieved() throws IOException {
    long before = messages();
    try (Socket socket = connected()) {
      socket
          .getOutputStream()
          .write((head("Content-Length: 2") + "{}{\"id\":1,\"and\":\"more\"}").getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();

      assertThat(answer(socket)).contains("401").doesNotContain("HTTP/1.1 200");
    }
    assertThat(messages()).isEqualTo(before);
    assertServed("2");
  }

  @Test
  void twoLengthsAreRefused() throws IOException {
    try (Socket socket = connected()) {
      String lengths = "Content-Length: 2\r\nContent-Length: 20";
      socket.getOutputStream().write((head(lengths) + "{}").getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();

      assertThat(answer(socket)).startsWith("HTTP/1.1 400");
    }
    assertServed("3");
  }

  @Test
  void headsAndBodiesThatComeByteByByteAreCutOff() throws IOException {
    try (Socket head = connected(); Socket body = connected()) {
      body.getOutputStream().write(head("Content-Length: 100000").getBytes(StandardCharsets.US_ASCII));
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
      boolean headCut = false;
      boolean bodyCut = false;
      while (!(headCut && bodyCut) && System.nanoTime() < end) {
        headCut |= isCut(head);
        bodyCut |= isCut(body);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
      assertThat(headCut).as("a head that never ends").isTrue();
      assertThat(bodyCut).as("long before its 100,000 bytes, which would take hours").isTrue();
    }
    assertServed("4");
  }

  /** Sends one more byte, and looks whether anybody still listens; what was answered meanwhile does not count. */
  private static boolean isCut(Socket socket) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write('x');
      out.flush();
      socket.getInputStream().skipNBytes(socket.getInputStream().available());
      return false;
    } catch (IOException gone) {
      return true;
    }
  }

  @Test
  void thousandsOfIdleConnectionsKeepNobodyOut() throws IOException {
    List<Socket> idle = new ArrayList<>();
    try {
      int most = Math.min(IDLE, openable());
      for (int n = 0; n < most; n++) {
        idle.add(connected());
      }
      assertServed("5");
      assertThat(HOUSE.get("/health").status()).isEqualTo(200);
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }

  /** So many as this process may have open at both ends, which the system limits. */
  private static int openable() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
        ? (int) Math.min(IDLE, (system.getMaxFileDescriptorCount() - system.getOpenFileDescriptorCount()) / 2 - SPARE)
        : IDLE / 10;
  }

  @Test
  void forgersByTheThousandNeitherGetInNorKeepOthersOut() throws Exception {
    long before = messages();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> forgers = new ArrayList<>();
      for (int n = 0; n < FORGERS; n++) {
        forgers.add(threads.submit(HostileSendersTest::forge));
      }
      assertServed("6");
      assertServed("7");
      for (Future<Boolean> forger : forgers) {
        assertThat(forger.get()).as("every forged message was answered with 401").isTrue();
      }
    }
    assertThat(messages()).isEqualTo(before + 2);
  }

  private static boolean forge() {
    boolean refused = true;
    for (int n = 0; n < FORGED_EACH; n++) {
      HttpRequest forged =
          HttpRequest.newBuilder(HOUSE.uri("/webhooks/shopify/hostile"))
              .POST(BodyPublishers.ofString("{\"id\":" + n + "}"))
              .header("X-Shopify-Topic", "orders/create")
              .header("X-Shopify-Webhook-Id", "forged-" + n)
              .header("X-Shopify-Hmac-SHA256", "bm90IHRoZSBzaWduYXR1cmUgb2YgdGhpcyBib2R5ISE=")
              .build();
      refused &= HOUSE.send(forged).status() == 401;
    }
    return refused;
  }

  private static void assertServed(String order) {
    long begin = System.nanoTime();
    SHOP.delivers(order, "H-1", 1);
    assertThat(System.nanoTime() - begin).isLessThan(SERVED_MAX_NANOS);
    SHOP.orderWhen(order, "/items/0/externalId", order);
  }

  private static Socket connected() throws IOException {
    Socket socket = new Socket("127.0.0.1", HOUSE.port());
    socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(30));
    return socket;
  }

  private static String head(String length) {
    return "POST /webhooks/shopify/hostile HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + length
        + "\r\n\r\n";
  }

  private static String answer(Socket socket) throws IOException {
    try (InputStream in = socket.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private static long messages() {
    return JdbcClient.create(HOUSE.db().dataSource()).sql("select count(*) from inbox").query(Long.class).single();
  }
}
