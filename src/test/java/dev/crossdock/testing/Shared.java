package dev.crossdock.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The optional folder of real channel messages and specifications. It is not part of the project: a test that reads it
 * must pass without it too. It is looked for at the system property {@code crossdock.shared}, then at the environment
 * variable {@code CROSSDOCK_SHARED}, then at {@code ../shared} beside the project.
 */
public final class Shared {

  private Shared() {}

  /** The folder, or empty when there is none on this machine. */
  public static Optional<Path> folder() {
    return folder(System.getProperty("crossdock.shared"), System.getenv("CROSSDOCK_SHARED"), project());
  }

  /**
   * Files below a sub-folder, at any depth, whose own name matches the glob, in a stable order. Empty when the folder
   * or the sub-folder is absent: a parameterised test over it needs {@code allowZeroInvocations = true}.
   */
  public static List<Path> files(String subfolder, String glob) {
    return folder().map(root -> matching(root.resolve(subfolder), glob)).orElseGet(List::of);
  }

  /** The project's root folder: where the build file lies. */
  public static Path project() {
    return Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize();
  }

  static Optional<Path> folder(@Nullable String property, @Nullable String environment, Path project) {
    String named = property != null ? property : environment;
    if (named == null || named.isBlank()) {
      return Optional.of(project.resolveSibling("shared")).filter(Files::isDirectory);
    }
    Path folder = project.resolve(named).normalize();
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException("crossdock.shared or CROSSDOCK_SHARED names no folder: " + folder);
    }
    return Optional.of(folder);
  }

  private static List<Path> matching(Path folder, String glob) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).filter(file -> matcher.matches(file.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
