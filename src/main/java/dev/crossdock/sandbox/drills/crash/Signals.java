package dev.crossdock.sandbox.drills.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The signals and commands of the system that Java does not know. */
final class Signals {

  private Signals() {}

  /** For instance {@code STOP}. */
  static void send(String name, long pid) throws InterruptedException {
    if (!run(List.of("kill", "-" + name, Long.toString(pid)))) {
      throw new IllegalStateException("no " + name + " could be sent to process " + pid);
    }
  }

  /** A disk of this size in memory at an empty folder; false where that is not allowed. */
  static boolean mountSmallDisk(Path folder, int megabytes) throws InterruptedException {
    return run(List.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()));
  }

  /** Lazily: somebody may live there for a moment longer. */
  static void unmount(Path folder) throws InterruptedException {
    run(List.of("umount", "-l", folder.toString()));
  }

  /** What it says goes nowhere. */
  static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static boolean run(List<String> command) throws InterruptedException {
    try {
      return start(command).waitFor() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(command.getFirst() + " could not be run", e);
    }
  }
}
