package dev.crossdock.platform.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/** Keeps one data directory for one process, until it ends in whatever way. */
final class DirectoryLock implements AutoCloseable {

  /**
   * The directories this process holds. The system's locks are per process, and closing any channel of a file drops
   * them all, so a second start in here must not even open the file.
   */
  private static final Set<Path> HELD = new HashSet<>();

  private final Path directory;
  private final FileChannel channel;

  private DirectoryLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  static DirectoryLock take(DataLayout layout) throws IOException {
    Path directory = layout.root();
    synchronized (HELD) {
      if (!HELD.add(directory)) {
        throw inUse(layout, "this process");
      }
      try {
        return new DirectoryLock(directory, lock(layout));
      } catch (IOException | RuntimeException e) {
        HELD.remove(directory);
        throw e;
      }
    }
  }

  private static FileChannel lock(DataLayout layout) throws IOException {
    FileChannel channel =
        FileChannel.open(layout.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      Owner.inherit(layout.lockFile());
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw inUse(layout, "process " + Files.readString(layout.lockFile()).strip());
      }
      channel.truncate(0);
      channel.write(StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n"));
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static PostgresStartFailure inUse(DataLayout layout, String by) {
    return new PostgresStartFailure(
        "The data directory %s is in use by %s. Stop that one first, or choose another data directory."
            .formatted(layout.root(), by));
  }

  @Override
  public void close() {
    synchronized (HELD) {
      try {
        channel.close();
      } catch (IOException e) {
        // The lock goes with the process at the latest.
      }
      HELD.remove(directory);
    }
  }
}
