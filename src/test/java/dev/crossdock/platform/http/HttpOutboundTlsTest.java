package dev.crossdock.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Calls by https: the certificate must be trusted and must be the host's own. */
@Timeout(60)
class HttpOutboundTlsTest {

  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final OutboundLimits LIMITS =
      new OutboundLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), 10_000, 4_000);
  private static final AddressPolicy LOOPBACK = AddressPolicy.publicInternet().allowing(List.of("127.0.0.0/8"));

  private static SSLContext server;
  private static SSLContext trusting;

  @BeforeAll
  static void makeACertificateForShopExample(@TempDir Path folder) throws Exception {
    Path store = folder.resolve("keys.p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process made =
        new ProcessBuilder(
                List.of(
                    keytool.toString(), "-genkeypair", "-alias", "shop", "-keyalg", "EC", "-dname", "CN=shop.example",
                    "-ext", "SAN=dns:shop.example", "-validity", "3650", "-storetype", "PKCS12", "-storepass",
                    new String(PASSWORD), "-keystore", store.toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(made.waitFor()).isZero();
    server = context(store);
    trusting = context(store);
  }

  @Test
  void callsAHostWithItsOwnCertificate() throws IOException {
    try (ScriptedServer answering = answering();
        HttpOutbound http = outbound(trusting.getSocketFactory())) {
      URI uri = URI.create("https://shop.example:" + answering.port() + "/");

      assertThat(http.send(Outbound.Request.get(uri, Map.of())).status()).isEqualTo(200);
      assertThat(http.send(Outbound.Request.get(uri, Map.of())).status()).isEqualTo(200);
      assertThat(answering.connections()).isEqualTo(1);
    }
  }

  @Test
  void refusesTheCertificateOfAnotherHost() throws IOException {
    try (ScriptedServer answering = answering();
        HttpOutbound http = outbound(trusting.getSocketFactory())) {
      URI uri = URI.create("https://other.example:" + answering.port() + "/");

      assertThatExceptionOfType(SSLException.class).isThrownBy(() -> http.send(Outbound.Request.get(uri, Map.of())));
      assertThat(answering.requests()).isEmpty();
    }
  }

  @Test
  void refusesACertificateNobodyTrusts() throws IOException {
    try (ScriptedServer answering = answering();
        HttpOutbound http = outbound((SSLSocketFactory) SSLSocketFactory.getDefault())) {
      URI uri = URI.create("https://shop.example:" + answering.port() + "/");

      assertThatExceptionOfType(SSLException.class).isThrownBy(() -> http.send(Outbound.Request.get(uri, Map.of())));
      assertThat(answering.requests()).isEmpty();
    }
  }

  private static ScriptedServer answering() throws IOException {
    return new ScriptedServer(
        server.getServerSocketFactory(),
        exchange -> {
          while (exchange.request()) {
            exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
          }
        });
  }

  private static HttpOutbound outbound(SSLSocketFactory tls) {
    return new HttpOutbound(LOOPBACK, LIMITS, Addresses.resolvingTo("127.0.0.1"), tls);
  }

  private static SSLContext context(Path store) throws GeneralSecurityException, IOException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }
}
