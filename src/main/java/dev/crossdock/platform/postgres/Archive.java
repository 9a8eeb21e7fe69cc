package dev.crossdock.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks an xz-compressed tar archive: folders, files and links, readable by everybody. */
final class Archive {

  static final Set<PosixFilePermission> EVERYBODY_READS_AND_RUNS = PosixFilePermissions.fromString("rwxr-xr-x");
  private static final Set<PosixFilePermission> EVERYBODY_READS = PosixFilePermissions.fromString("rw-r--r--");
  private static final int OWNER_MAY_RUN = 0b001_000_000;

  private Archive() {}

  static void unpack(URL archive, Path into) throws IOException {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(
        new XZInputStream(new BufferedInputStream(archive.openStream())))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, into);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
    Path target = inside(into, into.resolve(entry.getName()));
    if (entry.isDirectory()) {
      createFolders(into, target);
      return;
    }
    createFolders(into, Objects.requireNonNull(target.getParent()));
    if (entry.isSymbolicLink()) {
      inside(into, target.resolveSibling(entry.getLinkName()));
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    // Set explicitly: the umask may forbid others to read, and PostgreSQL may run as another user.
    boolean program = (entry.getMode() & OWNER_MAY_RUN) != 0;
    Files.setPosixFilePermissions(target, program ? EVERYBODY_READS_AND_RUNS : EVERYBODY_READS);
  }

  private static Path inside(Path folder, Path path) throws IOException {
    Path target = path.normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("the archive names a file outside itself: " + path);
    }
    return target;
  }

  private static void createFolders(Path into, Path folder) throws IOException {
    Path made = into;
    for (Path name : into.relativize(folder)) {
      made = made.resolve(name);
      if (!Files.isDirectory(made)) {
        Files.createDirectory(made);
        Files.setPosixFilePermissions(made, EVERYBODY_READS_AND_RUNS);
      }
    }
  }
}
