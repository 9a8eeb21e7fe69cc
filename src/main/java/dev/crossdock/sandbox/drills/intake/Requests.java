package dev.crossdock.sandbox.drills.intake;

import dev.crossdock.sandbox.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requests written down whole before the first is sent, so that making them takes nothing from the processors while
 * the product is measured on the same ones. Kept in a file: a minute of them is more than a small heap holds.
 */
final class Requests implements AutoCloseable {

  private static final int GATHERED_MAX = 1 << 20;

  private final String host;
  private final Path file;
  private final FileChannel channel;
  private final Arena arena = Arena.ofShared();
  private final ByteBuffer gathered = ByteBuffer.allocate(GATHERED_MAX);
  private long end;
  private @Nullable MemorySegment written;

  /** Requests to this installation, kept in a file of this folder. */
  Requests(URI base, Path folder) {
    this.host = base.getAuthority();
    try {
      this.file = Files.createTempFile(folder, "requests-", ".http");
      this.channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException("no file for requests could be made in " + folder, e);
    }
  }

  /** Where a request is in the file. */
  record Place(long offset, int length) {}

  Place add(Message message, Map<String, String> headers) {
    StringBuilder head = new StringBuilder("POST ").append(message.path()).append(" HTTP/1.1\r\nHost: ").append(host);
    headers.forEach((name, value) -> head.append("\r\n").append(name).append(": ").append(value));
    head.append("\r\nContent-Length: ").append(message.body().length).append("\r\n\r\n");
    byte[] first = head.toString().getBytes(StandardCharsets.ISO_8859_1);
    int length = first.length + message.body().length;
    if (gathered.remaining() < length) {
      write();
    }
    gathered.put(first).put(message.body());
    Place place = new Place(end, length);
    end += length;
    return place;
  }

  /** No more are added; from now on they can be read. */
  void seal() {
    write();
    try {
      written = channel.map(FileChannel.MapMode.READ_ONLY, 0, end, arena);
    } catch (IOException e) {
      throw new UncheckedIOException("the requests cannot be read", e);
    }
  }

  ByteBuffer at(Place place) {
    if (written == null) {
      throw new IllegalStateException("requests are still being added");
    }
    return written.asSlice(place.offset(), place.length()).asByteBuffer();
  }

  @Override
  public void close() {
    arena.close();
    try {
      channel.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the file of requests could not be removed", e);
    }
  }

  private void write() {
    gathered.flip();
    try {
      while (gathered.hasRemaining()) {
        channel.write(gathered);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("requests could not be written down", e);
    }
    gathered.clear();
  }
}
