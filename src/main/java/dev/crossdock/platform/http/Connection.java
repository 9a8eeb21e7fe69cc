package dev.crossdock.platform.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** One open connection, used by one exchange at a time. */
final class Connection implements AutoCloseable {

  private final Socket socket;
  private final CountingInput in;

  Connection(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new CountingInput(new BufferedInputStream(socket.getInputStream(), 8192));
  }

  Socket socket() {
    return socket;
  }

  InputStream in() {
    return in;
  }

  void send(byte[] head, byte[] body) throws IOException {
    in.seen = false;
    OutputStream out = socket.getOutputStream();
    if (head.length + body.length <= 8192) {
      byte[] both = new byte[head.length + body.length];
      System.arraycopy(head, 0, both, 0, head.length);
      System.arraycopy(body, 0, both, head.length, body.length);
      out.write(both);
    } else {
      out.write(head);
      out.write(body);
    }
    out.flush();
  }

  /** Whether any byte of the answer to the last request has come. */
  boolean answerBegun() {
    return in.seen;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException _) {
      // it is gone either way
    }
  }

  private static final class CountingInput extends InputStream {

    private final InputStream from;
    private boolean seen;

    CountingInput(InputStream from) {
      this.from = from;
    }

    @Override
    public int read() throws IOException {
      int one = from.read();
      seen |= one >= 0;
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = from.read(into, offset, length);
      seen |= count > 0;
      return count;
    }
  }
}
