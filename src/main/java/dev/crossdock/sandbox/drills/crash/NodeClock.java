package dev.crossdock.sandbox.drills.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node's clock that can be set, by the library libfaketime where the system has it: the product itself has no such
 * switch. What only measures how much time has passed is left alone, as by any real jump.
 */
final class NodeClock {

  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
          Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"),
          Path.of("/usr/lib64/faketime/libfaketimeMT.so.1"),
          Path.of("/usr/lib/faketime/libfaketimeMT.so.1"));

  private final Path library;
  private final Path file;

  private NodeClock(Path library, Path file) {
    this.library = library;
    this.file = file;
  }

  /** Empty where the library is not there. */
  static Optional<NodeClock> in(Path folder) {
    return LIBRARIES.stream()
        .filter(Files::exists)
        .findFirst()
        .map(
            library -> {
              NodeClock clock = new NodeClock(library, folder.resolve("clock"));
              clock.set(Duration.ZERO);
              return clock;
            });
  }

  /** So much ahead of the machine's, or behind it. */
  void set(Duration ahead) {
    try {
      Path next = file.resolveSibling("clock.next");
      Files.writeString(next, "%+d\n".formatted(ahead.toSeconds()));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("the clock can't be set", e);
    }
  }

  Map<String, String> environment() {
    return Map.of(
        "LD_PRELOAD", library.toString(),
        "FAKETIME_TIMESTAMP_FILE", file.toString(),
        "FAKETIME_NO_CACHE", "1",
        // Without this every wait for a span of time ends at once.
        "FAKETIME_FORCE_MONOTONIC_FIX", "0",
        "FAKETIME_DONT_FAKE_MONOTONIC", "1",
        "DONT_FAKE_MONOTONIC", "1");
  }
}
