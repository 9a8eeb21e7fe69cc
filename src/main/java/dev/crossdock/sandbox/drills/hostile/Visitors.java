package dev.crossdock.sandbox.drills.hostile;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections that are held open, and on which nothing or next to nothing is said. Used by one thread. */
final class Visitors implements AutoCloseable {

  private final List<SocketChannel> open = new ArrayList<>();
  private final ByteBuffer heard = ByteBuffer.allocate(1_024);

  /** Opens so many more, and says this on each. */
  void come(int port, int count, String words) throws IOException {
    for (int n = 0; n < count; n++) {
      SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      open.add(channel);
      channel.write(ByteBuffer.wrap(words.getBytes(StandardCharsets.US_ASCII)));
      channel.configureBlocking(false);
    }
  }

  /** Says one more letter on each; how many the other side has not closed. */
  int mumble() {
    open.removeIf(channel -> isGone(channel, "x"));
    return open.size();
  }

  /** How many of them the other side has not closed. */
  int stillOpen() {
    open.removeIf(channel -> isGone(channel, ""));
    return open.size();
  }

  /** Whether the other side closed it; what it answered before does not matter, as it closes after a refusal. */
  private boolean isGone(SocketChannel channel, String words) {
    try {
      if (!words.isEmpty()) {
        channel.write(ByteBuffer.wrap(words.getBytes(StandardCharsets.US_ASCII)));
      }
      int read = channel.read(heard.clear());
      if (read < 0) {
        channel.close();
      }
      return read < 0;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void close() {
    for (SocketChannel channel : open) {
      try {
        channel.close();
      } catch (IOException e) {
        // It is closed as far as it can be.
      }
    }
  }
}
