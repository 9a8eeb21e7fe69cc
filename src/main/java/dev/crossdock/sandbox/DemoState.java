package dev.crossdock.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/**
 * What a demo must know again after a restart, in a file that only its owner can read: the key it seeds with, the
 * sign-in, and the next order number. Thread-safe.
 */
public final class DemoState implements Demo.Numbers {

  private static final String FILE = "demo.properties";
  private static final String API_KEY = "api-key";
  private static final String SIGN_IN = "sign-in";
  private static final String PASSWORD = "password";
  private static final String NEXT_ORDER = "next-order";
  private static final int KEY_BYTES = 24;

  /** Numbers are set aside in blocks, so that not every order writes the file. */
  private static final int BLOCK = 20;

  private final Path file;
  private final Properties kept;
  private long next;
  private long setAside;

  private DemoState(Path file, Properties kept) {
    this.file = file;
    this.kept = kept;
    this.next = Long.parseLong(kept.getProperty(NEXT_ORDER, "1"));
    this.setAside = next;
  }

  /** A name and a password to sign in to the console with. */
  public record SignIn(String name, String password) {

    @Override
    public String toString() {
      return "sign-in";
    }
  }

  /**
   * The demo's state in this data directory, made when there is nothing there yet.
   *
   * @return empty when something else lives there, which a demo must not touch
   */
  public static Optional<DemoState> open(Path data) {
    Path file = data.resolve(FILE);
    try {
      Files.createDirectories(data);
      Properties kept = new Properties();
      if (Files.exists(file)) {
        try (InputStream in = Files.newInputStream(file)) {
          kept.load(in);
        }
        return Optional.of(new DemoState(file, kept));
      }
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(data)) {
        if (entries.iterator().hasNext()) {
          return Optional.empty();
        }
      }
      byte[] key = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(key);
      kept.setProperty(API_KEY, "demo_" + HexFormat.of().formatHex(key));
      DemoState state = new DemoState(file, kept);
      state.write();
      return Optional.of(state);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use " + data, e);
    }
  }

  public Path file() {
    return file;
  }

  public String apiKey() {
    return kept.getProperty(API_KEY, "");
  }

  /** How to get in; empty when the first start ended before it was written down. */
  public synchronized Optional<SignIn> signIn() {
    String name = kept.getProperty(SIGN_IN);
    String password = kept.getProperty(PASSWORD);
    return name == null || password == null ? Optional.empty() : Optional.of(new SignIn(name, password));
  }

  /** Writes down how to get in. */
  public synchronized void remember(SignIn signIn) {
    kept.setProperty(SIGN_IN, signIn.name());
    kept.setProperty(PASSWORD, signIn.password());
    write();
  }

  @Override
  public synchronized long next() {
    if (next == setAside) {
      setAside += BLOCK;
      kept.setProperty(NEXT_ORDER, Long.toString(setAside));
      write();
    }
    return next++;
  }

  /** Written beside and moved into place, so that a crash leaves the old file or the new one. */
  private void write() {
    Path beside = file.resolveSibling(FILE + ".new");
    try {
      Files.deleteIfExists(beside);
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(beside);
      }
      try (OutputStream out = Files.newOutputStream(beside)) {
        kept.store(out, "Crossdock's demo; gives access to it");
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
