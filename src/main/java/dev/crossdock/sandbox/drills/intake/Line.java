package dev.crossdock.sandbox.drills.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One connection that is kept, with at most one request on it. */
final class Line implements AutoCloseable {

  /** There is no whole answer yet. */
  static final int UNDER_WAY = -1;

  private static final int ANSWER_BYTES_MAX = 16 * 1024;
  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final String LAST_CHUNK = "0\r\n\r\n";
  private static final int STATUS_AT = "HTTP/1.1 ".length();
  private static final int STATUS_DIGITS = 3;

  private final SocketChannel channel;
  private final SelectionKey key;
  private final ByteBuffer answer = ByteBuffer.allocate(ANSWER_BYTES_MAX);
  private Wire.@Nullable Sending sending;
  private long since;
  private boolean kept = true;

  /** Begins to connect. */
  Line(Selector selector, InetSocketAddress address) throws IOException {
    this.channel = SocketChannel.open();
    try {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      boolean connected = channel.connect(address);
      this.key = channel.register(selector, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  int request() {
    return sending == null ? UNDER_WAY : sending.request();
  }

  boolean isBusy() {
    return sending != null;
  }

  /** When the request was handed over, by the clock that only runs forward. */
  long since() {
    return since;
  }

  /** False once the other side said that this was its last answer here. */
  boolean isKept() {
    return kept;
  }

  void send(Wire.Sending next) throws IOException {
    sending = next;
    since = System.nanoTime();
    answer.clear();
    if (channel.isConnected()) {
      write(next);
    }
  }

  /** The status of the answer once it is whole. */
  int advance() throws IOException {
    if (key.isConnectable()) {
      channel.finishConnect();
    }
    Wire.Sending current = sending;
    if (current == null) {
      throw new EOFException("closed while nothing was asked");
    }
    if (current.bytes().hasRemaining()) {
      write(current);
    }
    if (!key.isReadable()) {
      return UNDER_WAY;
    }
    if (channel.read(answer) < 0) {
      throw new EOFException("closed before the answer was whole");
    }
    int status = whole();
    if (status != UNDER_WAY) {
      sending = null;
    } else if (!answer.hasRemaining()) {
      throw new IOException("an answer of more than " + ANSWER_BYTES_MAX + " bytes");
    }
    return status;
  }

  private void write(Wire.Sending current) throws IOException {
    channel.write(current.bytes());
    key.interestOps(
        current.bytes().hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
  }

  private int whole() {
    String text = new String(answer.array(), 0, answer.position(), StandardCharsets.ISO_8859_1);
    int head = text.indexOf(END_OF_HEAD);
    if (head < 0) {
      return UNDER_WAY;
    }
    String names = text.substring(0, head).toLowerCase(Locale.ROOT) + "\r\n";
    int body = head + END_OF_HEAD.length();
    boolean ended =
        names.contains("\r\ntransfer-encoding: chunked\r\n")
            ? text.endsWith(LAST_CHUNK)
            : text.length() - body >= length(names);
    if (!ended) {
      return UNDER_WAY;
    }
    kept = !names.contains("\r\nconnection: close\r\n");
    return Integer.parseInt(text, STATUS_AT, STATUS_AT + STATUS_DIGITS, 10);
  }

  private static int length(String names) {
    String name = "\r\ncontent-length: ";
    int at = names.indexOf(name);
    return at < 0 ? 0 : Integer.parseInt(names, at + name.length(), names.indexOf("\r\n", at + name.length()), 10);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a connection could not be closed", e);
    }
  }
}
