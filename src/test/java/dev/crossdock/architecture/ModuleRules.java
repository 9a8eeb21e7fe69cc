package dev.crossdock.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.crossdock.architecture.Modules.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;

/** Holds compiled classes against the map of the house. Each finding is one sentence. */
final class ModuleRules {

  private static final Set<String> CLOCKS = Set.of("java.time.InstantSource", "java.time.Clock");
  private static final Set<String> SQL = Set.of("java.sql.", "javax.sql.", "org.springframework.jdbc.");

  private final Modules modules;
  private final JavaClasses classes;

  ModuleRules(String root, JavaClasses classes) {
    this.modules = new Modules(root);
    this.classes = classes;
  }

  /** Uses of a package that may not be used from there, and packages that stand on no map. */
  List<String> strayUses() {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : classes) {
      Place place = modules.place(type);
      if (!place.isKnown()) {
        found.add(type.getPackageName() + " is not on the map");
      }
      for (JavaClass used : used(type)) {
        String objection = place.objection(modules.place(used));
        if (!objection.isEmpty()) {
          found.add(type.getName() + " uses " + used.getName() + ": " + objection);
        }
      }
    }
    return List.copyOf(found);
  }

  /** Clocks in the domain, and SQL outside its internal packages. */
  List<String> impureUses() {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : classes) {
      Place place = modules.place(type);
      for (Dependency use : place.isDomain() ? type.getDirectDependenciesFromSelf() : Set.<Dependency>of()) {
        String used = use.getTargetClass().getName();
        if (CLOCKS.contains(used)) {
          found.add(type.getName() + " reads " + used + ": take the instant as an argument");
        } else if (place.isBase() && SQL.stream().anyMatch(used::startsWith)) {
          found.add(type.getName() + " speaks SQL through " + used + ": that belongs into a store in internal");
        }
      }
    }
    return List.copyOf(found);
  }

  /** Rings of capabilities, or of parts of the platform, that use each other. */
  List<String> cycles() {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (JavaClass type : classes) {
      String slice = modules.place(type).slice();
      for (JavaClass used : used(type)) {
        String usedSlice = modules.place(used).slice();
        if (!slice.isEmpty() && !usedSlice.isEmpty() && !slice.equals(usedSlice)) {
          uses.computeIfAbsent(slice, _ -> new TreeSet<>()).add(usedSlice);
        }
      }
    }
    return uses.keySet().stream()
        .filter(slice -> reachable(slice, uses).contains(slice))
        .map(slice -> slice + " is part of a cycle: it uses " + uses.get(slice))
        .toList();
  }

  /** Packages whose package-info lacks {@code @NullMarked} or is missing. */
  List<String> packagesWithoutNullMarked() {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : classes) {
      if (!type.getPackageName().contains(".templates") && !type.getPackage().isAnnotatedWith(NullMarked.class)) {
        found.add(type.getPackageName());
      }
    }
    return List.copyOf(found);
  }

  Set<String> capabilities() {
    Set<String> found = new TreeSet<>();
    classes.forEach(type -> found.add(modules.place(type).capability()));
    found.remove("");
    return found;
  }

  private List<JavaClass> used(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .map(Dependency::getTargetClass)
        .map(JavaClass::getBaseComponentType)
        .filter(modules::owns)
        .distinct()
        .toList();
  }

  private static Set<String> reachable(String start, Map<String, Set<String>> uses) {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(Set.of(start));
    while (!open.isEmpty()) {
      for (String next : uses.getOrDefault(open.pop(), Set.of())) {
        if (reached.add(next)) {
          open.push(next);
        }
      }
    }
    return reached;
  }
}
