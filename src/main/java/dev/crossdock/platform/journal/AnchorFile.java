package dev.crossdock.platform.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Heads kept outside the database, one line each, only ever appended: what shows a cut tail or a history that was
 * written anew with fitting hashes. A merchant's head is written at most once an interval, and once more on close.
 */
public final class AnchorFile implements AutoCloseable {

  /** What a head is written no more often than. */
  public static final Duration INTERVAL = Duration.ofMinutes(1);

  private final Path file;
  private final Map<Integer, JournalHead> waiting = new TreeMap<>();
  private final Map<Integer, Instant> written = new HashMap<>();

  public AnchorFile(Path file) {
    this.file = file;
  }

  /**
   * Notes a new head.
   *
   * @throws UncheckedIOException when the file cannot be written; the head is written with the next one
   */
  public synchronized void offer(JournalHead head) {
    waiting.put(head.merchant(), head);
    Instant last = written.get(head.merchant());
    if (last == null || !head.at().isBefore(last.plus(INTERVAL)) || head.at().isBefore(last)) {
      write(List.of(head));
    }
  }

  @Override
  public synchronized void close() {
    write(List.copyOf(waiting.values()));
  }

  /** The last head of each merchant in a file; none when there is no file. A line that a crash cut short is no head. */
  public static Map<Integer, JournalHead> read(Path file) throws IOException {
    Map<Integer, JournalHead> heads = new TreeMap<>();
    if (Files.exists(file)) {
      try (Stream<String> lines = Files.lines(file, UTF_8)) {
        lines.map(JournalHead::parse).flatMap(Optional::stream).forEach(head -> heads.put(head.merchant(), head));
      }
    }
    return heads;
  }

  private void write(List<JournalHead> heads) {
    if (heads.isEmpty()) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    heads.forEach(head -> lines.append('\n').append(head.text()).append('\n'));
    ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(UTF_8));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (JournalHead head : heads) {
      written.put(head.merchant(), head.at());
      waiting.remove(head.merchant());
    }
  }
}
