package dev.crossdock.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers and names that behave badly on purpose. */
@Timeout(30)
class HttpOutboundHostileTest {

  private static final OutboundLimits LIMITS =
      new OutboundLimits(Duration.ofSeconds(2), Duration.ofMillis(600), 10_000, 4_000);
  private static final AddressPolicy LOOPBACK = AddressPolicy.publicInternet().allowing(List.of("127.0.0.0/8"));

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 200 OK\r\nX-Slow: ", "HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n", "H"})
  void cutsOffAPeerThatDripsBytes(String start) throws IOException {
    ScriptedServer.Script drip =
        exchange -> {
          exchange.request();
          exchange.write(start);
          while (exchange.pause(20)) {
            exchange.write("x");
          }
        };
    assertRunsOutOfTime(drip);
  }

  @Test
  void cutsOffAPeerThatNeverAnswers() throws IOException {
    assertRunsOutOfTime(exchange -> exchange.pause(20_000));
  }

  @Test
  void cutsOffAPeerThatNeverReads() throws IOException {
    try (ScriptedServer server = new ScriptedServer(exchange -> exchange.pause(20_000));
        HttpOutbound http = new HttpOutbound(LOOPBACK, LIMITS)) {
      assertThatExceptionOfType(SocketTimeoutException.class)
          .isThrownBy(() -> http.send(post(server.uri("/"), "x".repeat(30_000_000))));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Content-Length: 999999999999\r\n", "Content-Length: 10001\r\n"})
  void stopsReadingABodyBeyondTheLimit(String length) throws IOException {
    AtomicInteger sent = new AtomicInteger();
    ScriptedServer.Script endless =
        exchange -> {
          exchange.request();
          exchange.write("HTTP/1.1 200 OK\r\n" + length + "\r\n");
          while (exchange.pause(0)) {
            exchange.write(new byte[1_000]);
            sent.addAndGet(1_000);
          }
        };
    try (ScriptedServer server = new ScriptedServer(endless);
        HttpOutbound http = new HttpOutbound(LOOPBACK, LIMITS)) {
      assertThatIOException().isThrownBy(() -> http.send(get(server.uri("/")))).withMessageContaining("10000 bytes");
    }
  }

  @Test
  void readsABodyOfExactlyTheLimit() throws IOException {
    try (ScriptedServer server = once("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(10_000));
        HttpOutbound http = new HttpOutbound(LOOPBACK, LIMITS)) {
      assertThat(http.send(get(server.uri("/"))).body()).hasSize(10_000);
    }
  }

  @Test
  void stopsReadingHeadersBeyondTheLimit() throws IOException {
    try (ScriptedServer server = once("HTTP/1.1 200 OK\r\nX: " + "x".repeat(1_000_000) + "\r\n\r\n");
        HttpOutbound http = new HttpOutbound(LOOPBACK, LIMITS)) {
      assertThatIOException().isThrownBy(() -> http.send(get(server.uri("/")))).withMessageContaining("headers");
    }
  }

  @Test
  void tellsAConnectionThatWasReset() throws IOException {
    ScriptedServer.Script reset =
        exchange -> {
          exchange.request();
          exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
          exchange.reset();
        };
    try (ScriptedServer server = new ScriptedServer(reset);
        HttpOutbound http = new HttpOutbound(LOOPBACK, LIMITS)) {
      assertThatIOException().isThrownBy(() -> http.send(get(server.uri("/"))));
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void unpacksGzipUpToTheLimit() throws IOException {
    try (ScriptedServer server = gzip("hello".getBytes(StandardCharsets.UTF_8));
        HttpOutbound http = new HttpOutbound(LOOPBACK, LIMITS)) {
      Outbound.Answer answer = http.send(get(server.uri("/")));

      assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
      assertThat(answer.header("content-encoding")).isEmpty();
    }
    try (ScriptedServer server = gzip(new byte[5_000_000]);
        HttpOutbound http = new HttpOutbound(LOOPBACK, LIMITS)) {
      assertThatIOException().isThrownBy(() -> http.send(get(server.uri("/")))).withMessageContaining("10000 bytes");
    }
  }

  @Test
  void neverConnectsToItselfUnlessAllowed() throws IOException {
    try (ScriptedServer server = ScriptedServer.answering("HTTP/1.1 204 No Content\r\n\r\n");
        HttpOutbound http = new HttpOutbound(AddressPolicy.publicInternet(), LIMITS)) {
      for (String host : List.of("127.0.0.1", "localhost", "localhost.", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0")) {
        URI uri = URI.create("https://" + host + ":" + server.port() + "/");
        assertThatExceptionOfType(RequestRefusedException.class).as(host).isThrownBy(() -> http.send(get(uri)));
      }
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void connectsToTheAddressThatWasCheckedHoweverTheNameChanges() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Resolver rebinding =
        _ -> new InetAddress[] {Addresses.of(asked.getAndIncrement() == 0 ? "127.0.0.1" : "10.0.0.1")};
    try (ScriptedServer server = once("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        HttpOutbound http = outbound(rebinding)) {
      URI uri = URI.create("http://rebinding.example:" + server.port() + "/");

      assertThat(http.send(get(uri)).status()).isEqualTo(200);
      assertThat(asked).hasValue(1);
      assertThatExceptionOfType(RequestRefusedException.class).isThrownBy(() -> http.send(get(uri)));
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void refusesANameOfWhichOneAddressIsForbidden() throws IOException {
    Resolver mixed = Addresses.resolvingTo("127.0.0.1", "127.0.0.2", "127.0.0.3", "10.0.0.1", "127.0.0.5");
    try (ScriptedServer server = once("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        HttpOutbound http = outbound(mixed)) {
      URI uri = URI.create("http://mixed.example:" + server.port() + "/");

      assertThatExceptionOfType(RequestRefusedException.class).isThrownBy(() -> http.send(get(uri)));
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void triesTheNextAddressWhenOneDoesNotAnswer() throws IOException {
    Resolver two = Addresses.resolvingTo("127.0.0.2", "127.0.0.1");
    try (ScriptedServer server = once("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        HttpOutbound http = outbound(two)) {
      assertThat(http.send(get(URI.create("http://two.example:" + server.port() + "/"))).status()).isEqualTo(200);
    }
  }

  @Test
  void failsWhenTheNameDoesNotResolve() throws IOException {
    Resolver unknown =
        host -> {
          throw new UnknownHostException(host);
        };
    try (HttpOutbound http = outbound(unknown)) {
      assertThatIOException().isThrownBy(() -> http.send(get(URI.create("http://gone.example/"))));
    }
  }

  @Test
  void waitsForAResolverOnlySoLong() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    Resolver hanging =
        host -> {
          try {
            never.await();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
          throw new UnknownHostException(host);
        };
    OutboundLimits brief = new OutboundLimits(Duration.ofMillis(50), Duration.ofSeconds(20), 100, 100);
    SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (HttpOutbound http = new HttpOutbound(LOOPBACK, brief, hanging, tls)) {
      assertThatIOException()
          .isThrownBy(() -> http.send(get(URI.create("http://slow.example/"))))
          .withMessageContaining("did not resolve within");
    } finally {
      never.countDown();
    }
  }

  @Test
  void doesNotMakeOthersWaitForASlowPeer() throws Exception {
    try (ScriptedServer slow = new ScriptedServer(exchange -> exchange.pause(20_000));
        ScriptedServer quick = ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        HttpOutbound http = new HttpOutbound(LOOPBACK, LIMITS)) {
      AtomicInteger late = new AtomicInteger();
      List<Thread> waiting = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        waiting.add(Thread.ofVirtual().start(() -> countFailure(http, slow.uri("/"), late)));
      }
      for (int i = 0; i < 50; i++) {
        assertThat(http.send(get(quick.uri("/"))).status()).isEqualTo(200);
      }
      for (Thread thread : waiting) {
        thread.join();
      }
      assertThat(late).hasValue(200);
    }
  }

  private static void countFailure(HttpOutbound http, URI uri, AtomicInteger failures) {
    try {
      http.send(get(uri));
    } catch (IOException _) {
      failures.incrementAndGet();
    }
  }

  private static void assertRunsOutOfTime(ScriptedServer.Script script) throws IOException {
    try (ScriptedServer server = new ScriptedServer(script);
        HttpOutbound http = new HttpOutbound(LOOPBACK, LIMITS)) {
      assertThatExceptionOfType(SocketTimeoutException.class)
          .isThrownBy(() -> http.send(get(server.uri("/"))))
          .withMessageContaining("600 ms");
    }
  }

  private static ScriptedServer once(String answer) throws IOException {
    return new ScriptedServer(
        exchange -> {
          exchange.request();
          exchange.write(answer);
        });
  }

  private static ScriptedServer gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
      packing.write(content);
    }
    return new ScriptedServer(
        exchange -> {
          exchange.request();
          exchange.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n");
          exchange.write(packed.toByteArray());
        });
  }

  private static HttpOutbound outbound(Resolver resolver) {
    return new HttpOutbound(LOOPBACK, LIMITS, resolver, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  private static Outbound.Request get(URI uri) {
    return Outbound.Request.get(uri, Map.of());
  }

  private static Outbound.Request post(URI uri, String body) {
    return new Outbound.Request("POST", uri, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }
}
