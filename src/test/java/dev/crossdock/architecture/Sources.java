package dev.crossdock.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java sources as javac's own syntax trees, parsed but not compiled, so that no rule has to guess at Java. */
final class Sources {

  private Sources() {}

  /** Every Java file below a folder of the project, by path. */
  static List<Source> below(Path folder, Path project) {
    try (Stream<Path> walk = Files.walk(folder)) {
      List<JavaFileObject> files = walk
          .filter(path -> path.toString().endsWith(".java"))
          .sorted()
          .map(path -> file(project.relativize(path).toString(), read(path)))
          .toList();
      return parse(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One source from text, as if it lay at that path. */
  static Source of(String path, String text) {
    return parse(List.of(file(path, text))).getFirst();
  }

  private static List<Source> parse(List<JavaFileObject> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, files);
    Trees trees = Trees.instance(task);
    List<Source> sources = new ArrayList<>();
    try {
      for (CompilationUnitTree tree : task.parse()) {
        String path = tree.getSourceFile().toUri().getPath().substring(1);
        String text = tree.getSourceFile().getCharContent(true).toString();
        sources.add(new Source(path, text, tree, trees));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(sources);
  }

  private static JavaFileObject file(String path, String text) {
    return new SimpleJavaFileObject(URI.create("source:///" + path), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  /** A file's text; bytes that are no UTF-8 come out as the replacement character. */
  static String read(Path path) {
    try {
      return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
