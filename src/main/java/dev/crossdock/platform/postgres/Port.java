package dev.crossdock.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** The port of a server: that of last time when it is free, so that an operator's notes stay right, else any. */
final class Port {

  private static final int ANY = 0;

  private int number;
  private boolean published;

  private Port(int number) {
    this.number = number;
  }

  static Port ofLastTime(DataLayout layout) throws IOException {
    Optional<Integer> kept = kept(layout);
    if (kept.isPresent()) {
      try {
        return new Port(free(kept.get()));
      } catch (IOException e) {
        // Taken since: any other will do.
      }
    }
    return new Port(free(ANY));
  }

  /** The port the last server on this data directory took. */
  static Optional<Integer> kept(DataLayout layout) throws IOException {
    return PrivateFile.read(layout.portFile()).filter(text -> text.matches("\\d{1,5}")).map(Integer::valueOf);
  }

  int number() {
    return number;
  }

  /** Tells clients; from now on it stays. */
  void publish(DataLayout layout) throws IOException {
    PrivateFile.write(layout.portFile(), String.valueOf(number));
    published = true;
  }

  /** Someone else took it first. Once clients know it, all that helps is to try again. */
  void replace() throws IOException {
    if (!published) {
      number = free(ANY);
    }
  }

  private static int free(int wanted) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral(ServerConfig.HOST), wanted));
      return socket.getLocalPort();
    }
  }
}
