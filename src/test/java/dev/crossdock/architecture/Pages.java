package dev.crossdock.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds what the pages name against what the project has: files, folders, types and their members, commands, links. */
final class Pages {

  private static final Pattern FENCE = Pattern.compile("(?ms)^```\\w*\\n(.*?)^```$");
  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern TYPE = Pattern.compile("([A-Z]\\w*[a-z]\\w*)(?:[.#](\\w+))?(?:\\(.*\\))?");
  private static final Pattern FILE = Pattern.compile("[\\w.-]+\\.(java|xml|md|txt|sql|jte|css|js|ya?ml|properties)");
  private static final Pattern PLACEHOLDER = Pattern.compile("[<>*{}$\\u2026]|NNNN|NAME");
  private static final List<String> ROOTS = List.of(
      "", "src/main/java/dev/crossdock/", "src/test/java/dev/crossdock/", "src/main/resources/", "src/test/resources/",
      "src/main/resources/db/migration/");

  /** Types of the JDK and of libraries that a page may name. */
  private static final Set<String> FOREIGN = Set.of("InstantSource", "Optional");

  private final Path project;
  private final Map<String, Source> types = new TreeMap<>();
  private final Set<String> fileNames;
  private final Set<String> commands;

  Pages(Path project, List<Source> sources, Set<String> commands) {
    this.project = project;
    this.commands = commands;
    this.fileNames = TextRules.files(project).stream()
        .map(file -> file.getFileName().toString())
        .collect(Collectors.toSet());
    for (Source source : sources) {
      source.types().stream()
          .map(type -> type.tree().getSimpleName().toString())
          .forEach(name -> types.putIfAbsent(name, source));
    }
  }

  /** What a page names and the project has not. The page's own path is relative to the project. */
  List<String> findings(String page, String text) {
    List<String> found = new ArrayList<>();
    Matcher fence = FENCE.matcher(text);
    while (fence.find()) {
      fence.group(1).lines().filter(line -> line.startsWith("./")).forEach(line -> command(page, line, found));
    }
    String prose = FENCE.matcher(text).replaceAll("");
    Matcher code = CODE.matcher(prose);
    while (code.find()) {
      name(page, code.group(1), found);
    }
    Matcher link = LINK.matcher(prose);
    while (link.find()) {
      link(page, link.group(1).replaceFirst("#.*", ""), found);
    }
    if (!text.startsWith("# ") || prose.lines().filter(line -> line.startsWith("# ")).count() != 1) {
      found.add(page + " does not begin with its one title");
    }
    return found;
  }

  private void name(String page, String name, List<String> found) {
    Matcher type = TYPE.matcher(name);
    if (name.startsWith("./")) {
      command(page, name, found);
    } else if (PLACEHOLDER.matcher(name).find() || name.contains(" ") || name.startsWith("/")) {
      return;
    } else if (name.contains("/")) {
      if (ROOTS.stream().noneMatch(root -> Files.exists(project.resolve(root + name)))) {
        found.add(page + " names " + name + ", which is not there");
      }
    } else if (FILE.matcher(name).matches()) {
      if (!fileNames.contains(name)) {
        found.add(page + " names " + name + ", and no file has that name");
      }
    } else if (type.matches()) {
      type(page, type.group(1), type.group(2), found);
    } else if (isPackage(name) && !Files.isDirectory(project.resolve(folder(name)))) {
      found.add(page + " names the package " + name + ", which is not there");
    }
  }

  private void type(String page, String type, @Nullable String member, List<String> found) {
    Source source = types.get(type);
    if (source == null) {
      if (!FOREIGN.contains(type)) {
        found.add(page + " names " + type + ", and no type has that name");
      }
    } else if (member != null && !Pattern.compile("\\b" + member + "\\b").matcher(source.text()).find()) {
      found.add(page + " names " + type + "." + member + ", which " + source.path() + " has not");
    }
  }

  private void command(String page, String line, List<String> found) {
    String[] words = line.split("\\s+");
    if (!Files.isExecutable(project.resolve(words[0]))) {
      found.add(page + " calls " + words[0] + ", which is not there or can't be run");
    }
    boolean named = words.length > 1 && words[1].matches("[a-z]+");
    if (words[0].equals("./crossdock") && named && !commands.contains(words[1])) {
      found.add(page + " calls " + words[0] + " " + words[1] + ", and there is no such command");
    }
  }

  private void link(String page, String target, List<String> found) {
    boolean outside = target.isEmpty() || target.matches("(https?|mailto):.*");
    if (!outside && !Files.exists(project.resolve(page).resolveSibling(target))) {
      found.add(page + " links to " + target + ", which is not there");
    }
  }

  private static boolean isPackage(String name) {
    String first = name.split("\\.")[0];
    return name.matches("[a-z]+(\\.[a-z]+)+") && (first.equals("dev") || Modules.capabilities().contains(first));
  }

  private static String folder(String name) {
    String path = name.replace('.', '/');
    return "src/main/java/" + (name.startsWith("dev.") ? path : "dev/crossdock/" + path);
  }
}
