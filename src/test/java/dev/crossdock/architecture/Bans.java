package dev.crossdock.architecture;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Java that this house does without. Each finding names what to write instead. */
final class Bans {

  private static final String TIME = "take the time as an argument or from an injected InstantSource";
  private static final String IDS = "platform.ids makes ids";

  private static final Map<String, String> CALLS = Map.ofEntries(
      Map.entry("Instant.now", TIME), Map.entry("LocalDate.now", TIME), Map.entry("LocalDateTime.now", TIME),
      Map.entry("OffsetDateTime.now", TIME), Map.entry("ZonedDateTime.now", TIME), Map.entry("Year.now", TIME),
      Map.entry("Clock.systemUTC", TIME), Map.entry("Clock.systemDefaultZone", TIME),
      Map.entry("InstantSource.system", TIME), Map.entry("System.currentTimeMillis", TIME),
      Map.entry("UUID.randomUUID", IDS), Map.entry("Math.random", "use a Random with a seed"));

  private static final Set<String> IMPORTS = Set.of("lombok.", "org.mockito.");
  private static final Set<String> INEXACT = Set.of("double", "float", "Double", "Float");

  private Bans() {}

  static List<String> findings(Source source) {
    List<String> found = new ArrayList<>();
    new Scan(source, found).scan(source.tree(), null);
    return found;
  }

  private static final class Scan extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final Source source;
    private final List<String> found;

    Scan(Source source, List<String> found) {
      this.source = source;
      this.found = found;
    }

    @Override
    public @Nullable Void visitImport(ImportTree node, @Nullable Void unused) {
      String name = node.getQualifiedIdentifier().toString();
      if (name.endsWith("*")) {
        add(node, "imports " + name + ": name each type");
      }
      if (IMPORTS.stream().anyMatch(name::startsWith)) {
        add(node, "imports " + name + ": write it by hand; a hand-made fake takes the place of a mock");
      }
      return super.visitImport(node, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree node, @Nullable Void unused) {
      String call = node.getMethodSelect().toString().replaceFirst("^java\\.(time|util|lang)\\.", "");
      String instead = CALLS.get(call);
      if (instead != null && !isItsHome(instead)) {
        add(node, "calls " + call + ": " + instead);
      }
      if (call.equals("Thread.sleep") && !source.isMain()) {
        add(node, "sleeps: wait for the condition itself");
      }
      if (call.endsWith(".printStackTrace")) {
        add(node, "prints a stack trace: throw it or log it");
      }
      return super.visitMethodInvocation(node, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree node, @Nullable Void unused) {
      if (node.getIdentifier().toString().equals("Date") && node.getArguments().isEmpty()) {
        add(node, "makes a Date of now: " + TIME);
      }
      return super.visitNewClass(node, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree node, @Nullable Void unused) {
      String type = String.valueOf(node.getType());
      if (node.getType() == null && spelledVar(node)) {
        add(node, "declares " + node.getName() + " with var: name the type");
      }
      if (INEXACT.contains(type) && source.path().contains("/platform/money/") && source.isMain()) {
        add(node, "counts money in " + type + ": minor units are long, shares BigDecimal");
      }
      return super.visitVariable(node, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree node, @Nullable Void unused) {
      boolean isTest = node.getModifiers().getAnnotations().stream()
          .anyMatch(annotation -> annotation.getAnnotationType().toString().endsWith("Test"));
      if (isTest && node.getName().toString().startsWith("test")) {
        add(node, "names a test " + node.getName() + ": say what is true, without 'test'");
      }
      return super.visitMethod(node, null);
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree node, @Nullable Void unused) {
      if (node.getAnnotationType().toString().endsWith("Disabled")) {
        add(node, "disables a test: mend it or remove it");
      }
      return super.visitAnnotation(node, null);
    }

    private boolean isItsHome(String instead) {
      return (instead.equals(TIME) && source.path().contains("/platform/time/"))
          || (instead.equals(IDS) && source.path().contains("/platform/ids/"));
    }

    private boolean spelledVar(VariableTree node) {
      int start = Math.toIntExact(source.trees().getSourcePositions().getStartPosition(source.tree(), node));
      return source.text().substring(start).matches("(?s)(final\\s+)?var\\s+" + node.getName() + "\\b.*");
    }

    private void add(Tree node, String what) {
      found.add(source.path() + ":" + source.line(node) + " " + what);
    }
  }
}
