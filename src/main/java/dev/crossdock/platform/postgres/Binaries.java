package dev.crossdock.platform.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** The PostgreSQL programs: an archive on the class path, unpacked once per machine and version. */
final class Binaries {

  /** Written into a complete copy: how many files and bytes it has. */
  private static final String INVENTORY = "inventory";

  private Binaries() {}

  /** The folder with bin, lib and share; unpacks the archive when no complete copy is there yet. */
  static Path unpacked(DataLayout layout) {
    return unpackedIn(List.of(cacheFolder(), layout.runtime()));
  }

  /** The same, in the first of these folders that holds a complete copy or can be written. */
  static Path unpackedIn(List<Path> caches) {
    URL archive = archive();
    try {
      String copy = platform() + "-" + fingerprint(archive);
      for (Path cache : caches) {
        Path home = cache.resolve(copy);
        if (isComplete(home)) {
          return home;
        }
        if (isWritable(cache)) {
          return unpack(archive, home);
        }
      }
      throw new IOException("none of %s can be written".formatted(caches));
    } catch (IOException e) {
      throw new PostgresStartFailure("Could not unpack the PostgreSQL programs: " + Failures.words(e), e);
    }
  }

  /** The archive's name in the published jars, such as {@code postgres-linux-x86_64}. */
  static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    return "postgres-" + system + "-" + machine;
  }

  /**
   * Kept apart from the data, since every installation of one user shares it. Root's own cache can't be read by the
   * user PostgreSQL runs as, the machine's cache can, and only root can write there.
   */
  static Path cacheFolder() {
    if (RunAs.runningAsRoot()) {
      return Path.of("/var/cache/crossdock");
    }
    String home = System.getProperty("user.home");
    if (platform().contains("darwin")) {
      return Path.of(home, "Library/Caches/crossdock");
    }
    String configured = System.getenv("XDG_CACHE_HOME");
    return (configured == null || configured.isBlank() ? Path.of(home, ".cache") : Path.of(configured))
        .toAbsolutePath().resolve("crossdock");
  }

  private static URL archive() {
    String name = platform() + ".txz";
    URL archive = Binaries.class.getClassLoader().getResource(name);
    if (archive == null) {
      throw new PostgresStartFailure(
          "This build of Crossdock carries no PostgreSQL for this machine (%s): build it here, or use --db-url."
              .formatted(name));
    }
    return archive;
  }

  /** Tells one version of the archive from another; a jar's directory holds the checksum ready. */
  private static String fingerprint(URL archive) throws IOException {
    URLConnection connection = archive.openConnection();
    if (connection instanceof JarURLConnection jar) {
      return Long.toHexString(jar.getJarEntry().getCrc());
    }
    CRC32 checksum = new CRC32();
    try (InputStream in = connection.getInputStream()) {
      checksum.update(in.readAllBytes());
    }
    return Long.toHexString(checksum.getValue());
  }

  /** A power cut soon after unpacking can leave empty files behind complete names. */
  private static boolean isComplete(Path home) throws IOException {
    Path inventory = home.resolve(INVENTORY);
    return Files.isReadable(inventory) && Files.readString(inventory).equals(inventory(home));
  }

  private static String inventory(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      List<Long> sizes = files.filter(file -> Files.isRegularFile(file) && !file.endsWith(INVENTORY))
          .map(Binaries::size).toList();
      return sizes.size() + " files, " + sizes.stream().mapToLong(Long::longValue).sum() + " bytes\n";
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isWritable(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, Archive.EVERYBODY_READS_AND_RUNS);
      }
      return Files.isWritable(folder);
    } catch (IOException e) {
      return false;
    }
  }

  private static Path unpack(URL archive, Path home) throws IOException {
    Path unfinished = Files.createTempDirectory(home.getParent(), home.getFileName() + ".");
    Path replaced = unfinished.resolveSibling(unfinished.getFileName() + ".replaced");
    try {
      Archive.unpack(archive, unfinished);
      Files.writeString(unfinished.resolve(INVENTORY), inventory(unfinished));
      Files.setPosixFilePermissions(unfinished, Archive.EVERYBODY_READS_AND_RUNS);
      if (Files.exists(home) && !isComplete(home)) {
        Files.move(home, replaced, StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // When another process was faster, its copy is as good.
      if (!isComplete(home)) {
        throw e;
      }
    } finally {
      Trees.delete(unfinished);
      Trees.delete(replaced);
    }
    return home;
  }
}
