package dev.crossdock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a process is called among all that work on one database. The name is kept in the data directory, so that a
 * process started again knows what it had leased. While one process has the name, another on the same directory gets a
 * name of its own that nobody keeps.
 */
final class NodeName implements AutoCloseable {

  private static final int LENGTH_MAX = 100;

  private final FileChannel channel;
  private final String name;

  private NodeName(FileChannel channel, String name) {
    this.channel = channel;
    this.name = name;
  }

  static NodeName of(Path data, Supplier<String> fresh) {
    try {
      Files.createDirectories(data);
      FileChannel channel =
          FileChannel.open(
              data.resolve("node.name"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      return new NodeName(channel, lock(channel) == null ? fresh.get() : kept(channel, fresh));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the node's name in " + data, e);
    }
  }

  String text() {
    return name;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static String kept(FileChannel channel, Supplier<String> fresh) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LENGTH_MAX);
    channel.read(bytes, 0);
    String known = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
    if (!known.isEmpty()) {
      return known;
    }
    String name = fresh.get();
    channel.write(ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8)), 0);
    channel.force(true);
    return name;
  }
}
