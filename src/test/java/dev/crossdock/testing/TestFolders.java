package dev.crossdock.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Temporary folders of tests. Each carries the process that made it: a killed test run can't clean up after itself, so
 * the next one does.
 */
final class TestFolders {

  private static final Pattern PROCESS = Pattern.compile("(\\d+)-");
  private static final Set<String> TIDIED = ConcurrentHashMap.newKeySet();

  private TestFolders() {}

  /** A new one where temporary files go. */
  static Path make(String prefix) {
    return make(Path.of(System.getProperty("java.io.tmpdir")), prefix);
  }

  /** A new one, after those of processes that are gone were removed. */
  static Path make(Path home, String prefix) {
    try {
      if (TIDIED.add(home + "/" + prefix)) {
        removeLeftovers(home, prefix);
      }
      return Files.createTempDirectory(home, prefix + ProcessHandle.current().pid() + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void remove(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      // Another user's, or in use after all: a temporary folder is the system's to clean.
    }
  }

  static void removeLeftovers(Path home, String prefix) throws IOException {
    try (Stream<Path> folders = Files.list(home)) {
      folders.filter(folder -> isLeftover(folder, prefix)).forEach(TestFolders::remove);
    }
  }

  private static boolean isLeftover(Path folder, String prefix) {
    String name = folder.getFileName().toString();
    Matcher process = PROCESS.matcher(name).region(Math.min(prefix.length(), name.length()), name.length());
    return name.startsWith(prefix) && process.lookingAt()
        && ProcessHandle.of(Long.parseLong(process.group(1))).isEmpty();
  }
}
