package dev.crossdock.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;

/**
 * Small files only their owner may read. They are replaced, never written into: a folder that belongs to the user
 * PostgreSQL runs as could hold a link where root expects a file.
 */
final class PrivateFile {

  private PrivateFile() {}

  /** Writes next to the file, then renames over it, so that no reader meets half a password. */
  static void write(Path file, String content) throws IOException {
    Path folder = Objects.requireNonNull(file.getParent(), "file names no folder");
    Path unfinished = Files.createTempFile(folder, file.getFileName() + ".", ".new",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(unfinished, content + "\n");
    Owner.inherit(unfinished);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The content without its line end, or nothing when there is no such file or nothing in it. */
  static Optional<String> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Optional.of(Files.readString(file).strip()).filter(content -> !content.isEmpty());
  }
}
