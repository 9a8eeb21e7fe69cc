package dev.crossdock.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.crossdock.architecture.Source.MethodAt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/** How big things may get. What is bigger stands in the baseline, where it may only shrink. */
final class Budgets {

  static final int FILE_LINES_MAX = 400;
  static final int METHOD_LINES_MAX = 40;
  static final int PACKAGE_TYPES_MAX = 25;
  static final int CONSTRUCTOR_PARAMETERS_MAX = 6;

  private Budgets() {}

  /** Everything above its limit, each named by rule and place. */
  static List<Excess> excess(List<Source> sources) {
    List<Excess> found = new ArrayList<>();
    for (Source source : sources) {
      add(found, "file-lines", source.path(), source.lines().size(), FILE_LINES_MAX);
      for (MethodAt method : source.methods()) {
        String place = source.path() + "#" + name(method);
        add(found, "method-lines", place, source.length(method.tree()), METHOD_LINES_MAX);
        if (method.isConstructor() && method.type().getKind() == Tree.Kind.CLASS) {
          int parameters = method.tree().getParameters().size();
          add(found, "constructor-parameters", place, parameters, CONSTRUCTOR_PARAMETERS_MAX);
        }
        if (source.isMain() && isPublic(method)) {
          add(found, "boolean-parameters", place, booleans(method.tree()), 0);
        }
      }
    }
    typesPerPackage(sources).forEach((name, types) -> add(found, "package-types", name, types, PACKAGE_TYPES_MAX));
    return found;
  }

  /** The value below which a share of the sizes lies, for instance 0.9 for nine in ten. */
  static int percentile(List<Integer> sizes, double share) {
    List<Integer> sorted = sizes.stream().sorted().toList();
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }

  private static void add(List<Excess> found, String rule, String place, int size, int limit) {
    if (size > limit) {
      found.add(new Excess(rule, place, size, limit));
    }
  }

  private static Map<String, Integer> typesPerPackage(List<Source> sources) {
    Map<String, Integer> types = new TreeMap<>();
    for (Source source : sources) {
      if (source.isMain()) {
        types.merge(source.packageName(), source.topLevelTypes().size(), Integer::sum);
      }
    }
    return types;
  }

  /** A method that callers elsewhere write down; one that overrides has its parameters from there. */
  private static boolean isPublic(MethodAt method) {
    ClassTree type = method.type();
    boolean inInterface = type.getKind() == Tree.Kind.INTERFACE;
    boolean isPublic = method.tree().getModifiers().getFlags().contains(Modifier.PUBLIC) || inInterface;
    boolean overrides = method.tree().getModifiers().getAnnotations().stream()
        .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
    return isPublic && !overrides && !method.isConstructor()
        && type.getModifiers().getFlags().contains(Modifier.PUBLIC);
  }

  private static int booleans(MethodTree method) {
    int count = 0;
    for (VariableTree parameter : method.getParameters()) {
      count += "boolean".equals(String.valueOf(parameter.getType())) ? 1 : 0;
    }
    return count;
  }

  private static String name(MethodAt method) {
    return method.isConstructor() ? method.type().getSimpleName().toString() : method.tree().getName().toString();
  }

  /** One thing that is bigger than its limit. */
  record Excess(String rule, String place, int size, int limit) {

    /** As it stands in the baseline. */
    String line() {
      return rule + " " + place + " " + size;
    }
  }
}
