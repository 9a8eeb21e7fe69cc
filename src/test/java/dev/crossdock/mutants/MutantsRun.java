package dev.crossdock.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Makes each mutant, compiles it before everything else on the class path, and runs its test in a process of its own:
 * it must go red. Without a mutant the same tests must be green, or red would mean nothing. Not part of the ordinary
 * suite, for it takes minutes: {@code ./mvnw -Pmutants test}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MutantsRun {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int SHOWN_CHARS_MAX = 600;

  @TempDir private Path folder;

  private record Ran(int exit, String words) {}

  static List<Mutant> mutants() {
    return Mutant.all();
  }

  @Test
  @Order(1)
  void isGreenWithoutAMutant() throws IOException, InterruptedException {
    Ran ran = run(mutants().stream().map(Mutant::test).distinct().toList());

    assertThat(ran.exit()).as(ran.words()).isEqualTo(MutantTrial.GREEN);
  }

  @ParameterizedTest
  @MethodSource("mutants")
  @Order(2)
  void isCaught(Mutant mutant) throws IOException, InterruptedException {
    make(mutant);
    long begin = System.nanoTime();

    Ran ran = run(List.of(mutant.test()));

    long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
    System.out.printf("%s after %d s: %s%n", ran.exit() == MutantTrial.RED ? "caught" : "SURVIVED", seconds,
        mutant.name());
    assertThat(ran.exit()).as("%s: %s", mutant.name(), ran.words()).isEqualTo(MutantTrial.RED);
  }

  /** Compiles the one source, or copies the one resource, into the folder. */
  private void make(Mutant mutant) throws IOException {
    boolean isJava = mutant.file().startsWith(SOURCES);
    Path relative = (isJava ? SOURCES : RESOURCES).relativize(mutant.file());
    Path made = (isJava ? folder.resolve("source") : folder.resolve("classes")).resolve(relative);
    Files.createDirectories(made.getParent());
    Files.createDirectories(folder.resolve("classes"));
    Files.writeString(made, mutant.mutated());
    if (isJava) {
      compile(made);
    }
  }

  private void compile(Path source) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter complaints = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-proc:none", "-parameters", "-d", folder.resolve("classes").toString(), "-cp", classPath());
      boolean compiled =
          compiler.getTask(complaints, files, null, options, null, files.getJavaFileObjects(source)).call();
      assertThat(compiled).as("a mutant must compile: %s", complaints).isTrue();
    }
  }

  private Ran run(List<String> tests) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                folder.resolve("classes") + File.pathSeparator + classPath(), MutantTrial.class.getName()));
    command.addAll(tests);
    Path words = folder.resolve("words.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(words.toFile()).start();
    try {
      boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      String said = Files.readString(words);
      String end = said.substring(Math.max(0, said.length() - SHOWN_CHARS_MAX));
      return new Ran(ended ? process.exitValue() : -1, end);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((a, b) -> a + File.pathSeparator + b)
        .orElse("");
  }
}
