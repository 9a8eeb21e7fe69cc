package dev.crossdock.platform.postgres;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A disk that is quickly full, in memory; only root can mount one, and not everywhere. */
final class SmallDisk implements AutoCloseable {

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  static SmallDisk at(Path folder, int megabytes) {
    assumeTrue(RunAs.runningAsRoot(), "only root can mount a small disk to fill");
    SmallDisk disk = new SmallDisk(folder);
    assumeTrue(disk.mount("-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs"),
        "mounting a tmpfs is not allowed here");
    return disk;
  }

  void resize(int megabytes) {
    if (!mount("-o", "remount,size=" + megabytes + "m")) {
      throw new IllegalStateException("could not resize the disk");
    }
  }

  private boolean mount(String... options) {
    List<String> command = new ArrayList<>(List.of("mount"));
    command.addAll(List.of(options));
    command.add(folder.toString());
    return run(command);
  }

  @Override
  public void close() {
    // Lazily: the server's log writer may live a moment longer than the server.
    run(List.of("umount", "-l", folder.toString()));
  }

  private static boolean run(List<String> command) {
    return Commands.run(command, "", Duration.ofSeconds(10)).succeeded();
  }
}
