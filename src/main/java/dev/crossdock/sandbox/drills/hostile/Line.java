package dev.crossdock.sandbox.drills.hostile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A connection that is used again and again until the other side closes it, with as little of HTTP as forgers need. */
final class Line implements AutoCloseable {

  private static final int ANSWER_MAX_MILLIS = 30_000;
  private static final String LENGTH = "content-length:";
  private static final String GOODBYE = "connection: close";

  private final int port;
  private @Nullable Open open;

  private record Open(Socket socket, InputStream answers) {}

  Line(int port) {
    this.port = port;
  }

  /** Sends a whole request; the status of its answer, or 0 when none came. */
  int status(byte[] request) {
    try {
      Open connection = connection();
      connection.socket().getOutputStream().write(request);
      return answer(connection.answers());
    } catch (IOException e) {
      close();
      return 0;
    }
  }

  private Open connection() throws IOException {
    Open connection = open;
    if (connection == null) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(ANSWER_MAX_MILLIS);
      connection = new Open(socket, new BufferedInputStream(socket.getInputStream()));
      open = connection;
    }
    return connection;
  }

  private int answer(InputStream in) throws IOException {
    String first = line(in);
    int length = 0;
    boolean last = false;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String small = header.toLowerCase(Locale.ROOT);
      last |= small.equals(GOODBYE);
      length = small.startsWith(LENGTH) ? Integer.parseInt(small.substring(LENGTH.length()).strip()) : length;
    }
    in.skipNBytes(length);
    if (last) {
      close();
    }
    return Integer.parseInt(first.split(" ", -1)[1]);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the answer ended early");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    Open connection = open;
    open = null;
    try {
      if (connection != null) {
        connection.socket().close();
      }
    } catch (IOException e) {
      // It is closed as far as it can be.
    }
  }
}
