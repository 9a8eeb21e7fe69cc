package dev.crossdock.sandbox.drills.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The network of the drills breaks as it is told, and otherwise passes everything. */
@Timeout(30)
class TcpProxyTest {

  private static final int ANSWER_BYTES = 4;

  private ServerSocket echo;
  private TcpProxy proxy;

  @BeforeEach
  void open() throws IOException {
    echo = echoing();
    proxy = TcpProxy.to(new InetSocketAddress(echo.getInetAddress(), echo.getLocalPort()));
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
    echo.close();
  }

  /** A server that answers with what it heard. */
  private static ServerSocket echoing() throws IOException {
    ServerSocket server = new ServerSocket(0, 16, InetAddress.getByName("127.0.0.1"));
    Thread.ofVirtual().start(
        () -> {
          while (!server.isClosed()) {
            try {
              Socket caller = server.accept();
              Thread.ofVirtual().start(
                  () -> {
                    try (caller) {
                      caller.getInputStream().transferTo(caller.getOutputStream());
                    } catch (IOException e) {
                      // Reset on purpose.
                    }
                  });
            } catch (IOException e) {
              return;
            }
          }
        });
    return server;
  }

  private Socket call() throws IOException {
    return new Socket("127.0.0.1", proxy.port());
  }

  /** What comes back for four letters; shorter when the connection ended before. */
  private static String said(Socket socket, String word) throws IOException {
    socket.getOutputStream().write(word.getBytes(StandardCharsets.US_ASCII));
    return new String(socket.getInputStream().readNBytes(ANSWER_BYTES), StandardCharsets.US_ASCII);
  }

  private boolean isAnswered() {
    try (Socket socket = call()) {
      return said(socket, "ping").equals("ping");
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void passesBothWaysAndCounts() throws IOException {
    try (Socket socket = call()) {
      assertThat(said(socket, "ping")).isEqualTo("ping");
      assertThat(said(socket, "pong")).isEqualTo("pong");
    }
    assertThat(proxy.passed()).isEqualTo(new TcpProxy.Passed(1, 0, 0, 16));
  }

  @Test
  void cutsWhatIsOpenAndNothingElse() throws IOException {
    try (Socket before = call()) {
      assertThat(said(before, "ping")).isEqualTo("ping");
      proxy.cut();
      assertThatThrownBy(() -> said(before, "more")).isInstanceOf(IOException.class);
    }
    try (Socket after = call()) {
      assertThat(said(after, "ping")).isEqualTo("ping");
    }
  }

  @Test
  void refusesNewConnectionsWhileItIsTold() throws IOException {
    try (Socket before = call()) {
      assertThat(said(before, "ping")).isEqualTo("ping");
      proxy.refuse();
      assertThat(isAnswered()).as("a new one").isFalse();
      assertThat(said(before, "same")).isEqualTo("same");
    }
    proxy.admit();
    assertThat(isAnswered()).as("once they are let in").isTrue();
  }

  @Test
  void letsNothingThroughWhileFrozenAndAllOfItAfterwards() throws IOException {
    try (Socket socket = call()) {
      assertThat(said(socket, "ping")).isEqualTo("ping");
      long begin = System.nanoTime();
      proxy.freeze(Duration.ofMillis(300));
      assertThat(said(socket, "late")).isEqualTo("late");
      assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(300_000_000L);
    }
  }

  @Test
  void losesOneAnswerAfterItsRequestHasArrived() throws IOException {
    proxy.loseAnswerWith("done".getBytes(StandardCharsets.US_ASCII));
    try (Socket socket = call()) {
      assertThat(said(socket, "ping")).isEqualTo("ping");
      assertThatThrownBy(() -> said(socket, "done")).isInstanceOf(IOException.class);
    }
    assertThat(proxy.passed().lost()).isEqualTo(1);
    try (Socket again = call()) {
      assertThat(said(again, "done")).isEqualTo("done");
    }
  }

  @Test
  void leadsElsewhereOnceItIsTold() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      proxy.target(new InetSocketAddress(other.getInetAddress(), other.getLocalPort()));
      try (Socket socket = call(); Socket arrived = other.accept()) {
        arrived.getOutputStream().write("else".getBytes(StandardCharsets.US_ASCII));
        assertThat(said(socket, "ping")).isEqualTo("else");
      }
    }
  }
}
