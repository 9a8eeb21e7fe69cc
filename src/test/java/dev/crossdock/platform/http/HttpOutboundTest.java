package dev.crossdock.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HttpOutboundTest {

  private static final OutboundLimits LIMITS =
      new OutboundLimits(Duration.ofSeconds(2), Duration.ofMillis(600), 10_000, 4_000);
  private static final AddressPolicy LOOPBACK = AddressPolicy.publicInternet().allowing(List.of("127.0.0.0/8"));

  @Test
  void asksAndReadsTheAnswer() throws IOException {
    String script = "HTTP/1.1 200 OK\r\nX-Rate: 0.5\r\nContent-Length: 5\r\n\r\nhello";
    try (ScriptedServer server = ScriptedServer.answering(script);
        HttpOutbound http = new HttpOutbound(LOOPBACK, LIMITS)) {
      Outbound.Answer answer = http.send(get(server.uri("/orders?a=b%20c"), Map.of("x-token", "secret")));

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("x-rate")).contains("0.5");
      assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
      assertThat(server.requests().getFirst())
          .startsWith("GET /orders?a=b%20c HTTP/1.1\r\nhost: 127.0.0.1:" + server.port() + "\r\n")
          .contains("x-token: secret\r\n")
          .doesNotContain("content-length");
    }
  }

  @Test
  void sendsABodyExactly() throws IOException {
    try (ScriptedServer server = ScriptedServer.answering("HTTP/1.1 204 No Content\r\n\r\n");
        HttpOutbound http = new HttpOutbound(LOOPBACK, LIMITS)) {
      String body = "größe".repeat(3_000);
      http.send(post(server.uri("/x"), body));

      assertThat(server.requests().getFirst())
          .contains("content-length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n")
          .endsWith("\r\n\r\n" + body);
    }
  }

  @Test
  void saysTheLengthOfAnEmptyBody() throws IOException {
    try (ScriptedServer server = ScriptedServer.answering("HTTP/1.1 204 No Content\r\n\r\n");
        HttpOutbound http = new HttpOutbound(LOOPBACK, LIMITS)) {
      http.send(new Outbound.Request("POST", server.uri("/x"), Map.of(), null));

      assertThat(server.requests().getFirst()).contains("content-length: 0\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nhe\r\n3\r\nllo\r\n0\r\nTrailer: x\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 200\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.0 200 OK\nContent-Length: 5\n\nhello",
      })
  void readsEveryFraming(String answer) throws IOException {
    try (ScriptedServer server = ScriptedServer.answering(answer);
        HttpOutbound http = new HttpOutbound(LOOPBACK, LIMITS)) {
      assertThat(http.send(get(server.uri("/"))).body()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
      assertThat(http.send(get(server.uri("/"))).body()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
    }
  }

  @Test
  void readsUntilTheEndWhenNoLengthIsSaid() throws IOException {
    try (ScriptedServer server = once("HTTP/1.1 200 OK\r\n\r\nhello");
        HttpOutbound http = new HttpOutbound(LOOPBACK, LIMITS)) {
      assertThat(http.send(get(server.uri("/"))).body()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH\r\n\r\n",
        "HTTP/2 200\r\n\r\n",
        "HTTP/1.1 2000 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno colon here\r\n\r\n",
        "HTTP/1.1 200 OK\r\nFolded: a\r\n b\r\n\r\n",
        "HTTP/1.1 200 OK\r\nSpaced : a\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
        "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nContent-Length: 0x5\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "",
      })
  void refusesABrokenAnswer(String answer) throws IOException {
    try (ScriptedServer server = once(answer);
        HttpOutbound http = new HttpOutbound(LOOPBACK, LIMITS)) {
      assertThatIOException().isThrownBy(() -> http.send(get(server.uri("/"))));
    }
  }

  @ParameterizedTest
  @CsvSource({"301, http://127.0.0.1/", "302, https://shop.example/", "307, /elsewhere", "308, http://10.0.0.1/"})
  void followsNoRedirect(int status, String location) throws IOException {
    String answer = "HTTP/1.1 " + status + " Moved\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
    try (ScriptedServer server = ScriptedServer.answering(answer);
        HttpOutbound http = new HttpOutbound(LOOPBACK, LIMITS)) {
      assertThat(http.send(get(server.uri("/"))).status()).isEqualTo(status);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void keepsTheConnectionForTheNextCall() throws IOException {
    try (ScriptedServer server = ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        HttpOutbound http = new HttpOutbound(LOOPBACK, LIMITS)) {
      for (int i = 0; i < 5; i++) {
        http.send(get(server.uri("/" + i)));
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void dialsAgainWhenAKeptConnectionHasDied() throws IOException {
    try (ScriptedServer server = once("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        HttpOutbound http = new HttpOutbound(LOOPBACK, LIMITS)) {
      for (int i = 0; i < 3; i++) {
        assertThat(http.send(get(server.uri("/"))).status()).isEqualTo(200);
      }
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @Test
  void sendsAPostOnlyOnAFreshConnectionAndOnlyOnce() throws IOException {
    ScriptedServer.Script silent = ScriptedServer.Exchange::request;
    try (ScriptedServer server = ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        ScriptedServer mute = new ScriptedServer(silent);
        HttpOutbound http = new HttpOutbound(LOOPBACK, LIMITS)) {
      http.send(get(server.uri("/")));
      http.send(post(server.uri("/"), "{}"));
      assertThat(server.connections()).isEqualTo(2);

      assertThatIOException().isThrownBy(() -> http.send(post(mute.uri("/"), "{}")));
      assertThat(mute.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "x-a, 'b\r\nx-c: d'",
    "x-a, 'b\nc'",
    "x-a, 'b\0c'",
    "x-a, 'größe'",
    "'x-a\r\nx-b', c",
    "'x a', b",
    "'', b",
    "Host, elsewhere.example",
    "Content-Length, 3",
    "Transfer-Encoding, chunked",
  })
  void refusesHeadersThatCouldSmuggle(String name, String value) throws IOException {
    try (ScriptedServer server = ScriptedServer.answering("HTTP/1.1 204 No Content\r\n\r\n");
        HttpOutbound http = new HttpOutbound(LOOPBACK, LIMITS)) {
      assertThatExceptionOfType(RequestRefusedException.class)
          .isThrownBy(() -> http.send(get(server.uri("/"), Map.of(name, value))));
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void refusesAMalformedMethod() throws IOException {
    try (HttpOutbound http = new HttpOutbound(LOOPBACK, LIMITS)) {
      Outbound.Request request =
          new Outbound.Request("GET / HTTP/1.1\r\nX:", URI.create("http://127.0.0.1/"), Map.of(), null);
      assertThatExceptionOfType(RequestRefusedException.class).isThrownBy(() -> http.send(request));
    }
  }

  private static ScriptedServer once(String answer) throws IOException {
    return new ScriptedServer(
        exchange -> {
          exchange.request();
          exchange.write(answer);
        });
  }

  private static Outbound.Request get(URI uri) {
    return get(uri, Map.of());
  }

  private static Outbound.Request get(URI uri, Map<String, String> headers) {
    return Outbound.Request.get(uri, headers);
  }

  private static Outbound.Request post(URI uri, String body) {
    return new Outbound.Request("POST", uri, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }
}
