package dev.crossdock.platform.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A server on loopback that does byte for byte what its script says, well behaved or not. */
final class ScriptedServer implements AutoCloseable {

  /** What to do with one connection; it is closed afterwards. */
  @FunctionalInterface
  interface Script {
    void play(Exchange exchange) throws IOException, InterruptedException;
  }

  private final ServerSocket listening;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  ScriptedServer(Script script) throws IOException {
    this(ServerSocketFactory.getDefault(), script);
  }

  ScriptedServer(ServerSocketFactory sockets, Script script) throws IOException {
    listening = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> accept(script));
  }

  /** Answers every request of a connection with the same bytes. */
  static ScriptedServer answering(String answer) throws IOException {
    return new ScriptedServer(
        exchange -> {
          while (exchange.request()) {
            exchange.write(answer);
          }
        });
  }

  int port() {
    return listening.getLocalPort();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  int connections() {
    return connections.get();
  }

  /** Heads and bodies as they came. */
  List<String> requests() {
    return requests;
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    listening.close();
  }

  private void accept(Script script) {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> play(script, socket));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void play(Script script, Socket socket) {
    try (socket) {
      script.play(new Exchange(socket));
    } catch (IOException _) {
      // the client left
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** One connection as the script sees it. */
  final class Exchange {

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    private Exchange(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new BufferedInputStream(socket.getInputStream());
      this.out = socket.getOutputStream();
    }

    /** Reads one request with its body; false when the client has gone. */
    boolean request() throws IOException {
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      while (!read.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        int next = in.read();
        if (next < 0) {
          return false;
        }
        read.write(next);
      }
      String head = read.toString(StandardCharsets.ISO_8859_1);
      int length =
          head.lines()
              .filter(line -> line.startsWith("content-length: "))
              .mapToInt(line -> Integer.parseInt(line.substring("content-length: ".length())))
              .findFirst()
              .orElse(0);
      requests.add(head + new String(in.readNBytes(length), StandardCharsets.UTF_8));
      return true;
    }

    void write(String text) throws IOException {
      write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void write(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
    }

    /** Waits; false once the server is being closed. */
    boolean pause(int millis) throws InterruptedException {
      return !closing.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Ends the connection with RST in place of FIN. */
    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }
}
