package dev.crossdock.platform.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A user and group of the operating system, by number: what files belong to. */
record Owner(int uid, int gid) {

  static final Owner ROOT = new Owner(0, 0);

  boolean isRoot() {
    return uid == 0;
  }

  /** Whether files of this owner are those of whoever runs this process. */
  boolean isMe() {
    return uid == (int) new UnixSystem().getUid();
  }

  static Owner of(Path file) throws IOException {
    return new Owner((int) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS),
        (int) Files.getAttribute(file, "unix:gid", LinkOption.NOFOLLOW_LINKS));
  }

  /** Gives one file or folder to this owner; only root may. */
  void take(Path file) throws IOException {
    if (!equals(of(file))) {
      Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(file, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
    }
  }

  /** Gives a whole tree to this owner, its top last, so that an interrupted change is seen and done again. */
  void takeTree(Path top) throws IOException {
    if (equals(of(top))) {
      return;
    }
    try (Stream<Path> files = Files.walk(top)) {
      for (Path file : (Iterable<Path>) files.filter(file -> !file.equals(top))::iterator) {
        take(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    take(top);
  }

  /**
   * Gives a file made by root to the owner of its folder, so that whoever the data directory belongs to can start
   * Crossdock the next time.
   */
  static void inherit(Path file) throws IOException {
    Owner folder = of(Objects.requireNonNull(file.getParent(), "file names no folder"));
    if (RunAs.runningAsRoot() && !folder.isRoot()) {
      folder.take(file);
    }
  }

  /** The account of that name in the machine's own user list. */
  static Optional<Owner> named(String account) {
    return accounts()
        .filter(fields -> fields[0].equals(account))
        .map(fields -> new Owner(Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
        .findFirst();
  }

  /** The name of this user, where the machine's own user list has one. */
  Optional<String> name() {
    return accounts().filter(fields -> fields[2].equals(String.valueOf(uid))).map(fields -> fields[0]).findFirst();
  }

  private static Stream<String[]> accounts() {
    try {
      return Files.readAllLines(Path.of("/etc/passwd")).stream()
          .map(line -> line.split(":"))
          .filter(fields -> fields.length >= 4 && fields[2].matches("\\d{1,9}") && fields[3].matches("\\d{1,9}"));
    } catch (IOException e) {
      return Stream.empty();
    }
  }
}
