package dev.crossdock.sandbox.drills.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that takes all that is left of a small disk, and gives it back. */
final class Ballast {

  private static final int CHUNK_BYTES = 64 * 1024;

  private final Path file;

  Ballast(Path disk) {
    this.file = disk.resolve("ballast");
  }

  /** Returns when the disk is full. */
  void fill() {
    byte[] chunk = new byte[CHUNK_BYTES];
    try (OutputStream out = Files.newOutputStream(file)) {
      while (true) {
        out.write(chunk);
      }
    } catch (IOException e) {
      // It is full, which is what was wanted.
    }
  }

  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
