package dev.crossdock.sandbox.drills.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which orders the product has taken, as those know who told it: a line each, on the disk before it counts. It outlives
 * whoever writes it.
 */
final class Ledger implements AutoCloseable {

  private final FileChannel channel;

  private Ledger(FileChannel channel) {
    this.channel = channel;
  }

  static Ledger append(Path file) {
    try {
      return new Ledger(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw new UncheckedIOException("the ledger can't be written", e);
    }
  }

  /**
   * Notes an order, and returns when that is on the disk.
   *
   * @param name the channel and its id of the order, with a slash between
   */
  synchronized void taken(long number, String name) {
    try {
      channel.write(ByteBuffer.wrap((number + " " + name + "\n").getBytes(StandardCharsets.UTF_8)));
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException("the ledger can't be written", e);
    }
  }

  /** Names by number; a last line that was cut off counts for nothing. */
  static Map<Long, String> read(Path file) {
    Map<Long, String> taken = new LinkedHashMap<>();
    try {
      String text = Files.exists(file) ? Files.readString(file) : "";
      text.substring(0, text.lastIndexOf('\n') + 1).lines()
          .map(line -> line.split(" ", 2))
          .filter(line -> line.length == 2)
          .forEach(line -> taken.put(Long.valueOf(line[0]), line[1]));
      return taken;
    } catch (IOException e) {
      throw new UncheckedIOException("the ledger can't be read", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
