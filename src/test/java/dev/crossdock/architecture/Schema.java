package dev.crossdock.architecture;

import dev.crossdock.testing.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The tables that the migrations make, whose each is, and where they break the rules of many merchants. */
final class Schema {

  private final Map<String, String> owners = new TreeMap<>();
  private final Set<String> views = new TreeSet<>();
  private final Set<String> keyed = new TreeSet<>();
  private final Set<String> indexes = new TreeSet<>();
  private final Map<String, String> global;
  private final List<String> findings = new ArrayList<>();

  /** {@code global} names the tables and indexes that belong to no merchant or are read across merchants, and why. */
  Schema(Map<String, String> global) {
    this.global = global;
  }

  /** Reads every migration of the project; the folder names the owner. */
  static Schema ofProject(Map<String, String> global) {
    Schema schema = new Schema(global);
    Path folder = Shared.project().resolve("src/main/resources/db/migration");
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.filter(file -> file.toString().endsWith(".sql")).sorted().forEach(file ->
          schema.read(folder.relativize(file).getName(0).toString(), Sources.read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return schema;
  }

  /** Reads one migration of a capability. */
  void read(String owner, String sql) {
    SqlTokens all = SqlTokens.of(sql);
    int start = 0;
    for (int i = 0; i <= all.size(); i++) {
      if (i == all.size() || all.at(i).equals(";")) {
        statement(owner, new SqlTokens(all.list().subList(start, i)));
        start = i + 1;
      }
    }
  }

  Map<String, String> owners() {
    return owners;
  }

  /** Tables, views and indexes. */
  Set<String> names() {
    Set<String> names = new TreeSet<>(owners.keySet());
    names.addAll(indexes);
    return names;
  }

  boolean isPublished(String name) {
    return views.contains(name) && name.startsWith("pub_");
  }

  boolean isGlobal(String table) {
    return global.containsKey(table);
  }

  /** Faults of the tables themselves. */
  List<String> findings() {
    List<String> all = new ArrayList<>(findings);
    owners.keySet().stream()
        .filter(table -> !keyed.contains(table))
        .forEach(table -> all.add(table + " has no primary key"));
    return all;
  }

  private void statement(String owner, SqlTokens tokens) {
    SqlRules.banned(tokens).forEach(fault -> findings.add("a migration of " + owner + " " + fault));
    int view = tokens.list().indexOf("view");
    if (tokens.follow(0, "create") && view > 0 && view < 4) {
      views.add(tokens.at(view + 1));
      owners.put(tokens.at(view + 1), owner);
      keyed.add(tokens.at(view + 1));
    } else if (tokens.follow(0, "create", "table")) {
      table(owner, tokens, nameAfter(tokens, "table"));
    } else if (tokens.follow(0, "create", "index") || tokens.follow(0, "create", "unique", "index")) {
      index(tokens);
    } else if (tokens.follow(0, "alter", "table") && tokens.list().contains("add")) {
      SqlTokens added = new SqlTokens(tokens.list().subList(tokens.list().indexOf("add") + 1, tokens.size()));
      constraint(tokens.at(nameAfter(tokens, "table")), added);
    }
  }

  private void table(String owner, SqlTokens tokens, int name) {
    String table = tokens.at(name);
    owners.put(table, owner);
    if (tokens.follow(name + 1, "partition", "of")) {
      keyed.add(table);
      return;
    }
    List<SqlTokens> parts = tokens.parts(name + 2, tokens.closing(name + 1));
    if (!isGlobal(table) && !parts.getFirst().follow(0, "merchant", "int", "not", "null")
        && !parts.getFirst().follow(0, "merchant", "int", "primary", "key")) {
      findings.add(table + " does not begin with the column merchant int not null");
    }
    for (SqlTokens part : parts) {
      constraint(table, part);
      column(table, part);
    }
  }

  /** A constraint of its own: of all its columns merchant comes first. */
  private void constraint(String table, SqlTokens part) {
    int at = part.follow(0, "constraint") ? 2 : 0;
    boolean primary = part.follow(at, "primary", "key");
    if (primary) {
      keyed.add(table);
    }
    boolean keys = primary || part.follow(at, "unique") || part.follow(at, "foreign", "key");
    int open = part.list().indexOf("(");
    if (keys && open > 0 && !part.at(open + 1).equals("merchant") && !isGlobal(table)) {
      findings.add(table + " has a key that does not begin with merchant: " + String.join(" ", part.list()));
    }
  }

  /** A column that carries a key by itself: only merchant may. */
  private void column(String table, SqlTokens part) {
    if (Set.of("primary", "unique", "foreign", "constraint", "check", "exclude", "like").contains(part.at(0))) {
      return;
    }
    boolean primary = part.list().contains("primary");
    if (primary) {
      keyed.add(table);
    }
    boolean keys = primary || part.list().contains("unique") || part.list().contains("references");
    if (keys && !part.at(0).equals("merchant") && !isGlobal(table)) {
      findings.add(table + " has a key that does not begin with merchant: " + part.at(0));
    }
  }

  private void index(SqlTokens tokens) {
    String index = tokens.at(nameAfter(tokens, "index"));
    indexes.add(index);
    int open = tokens.list().indexOf("(");
    String table = tokens.at(nameAfter(tokens, "on"));
    if (!tokens.at(open + 1).equals("merchant") && !isGlobal(table) && !isGlobal(index)) {
      findings.add(table + " has an index that does not begin with merchant: " + index);
    }
  }

  private static int nameAfter(SqlTokens tokens, String word) {
    int i = tokens.list().indexOf(word) + 1;
    while (Set.of("if", "not", "exists", "only", "concurrently").contains(tokens.at(i))) {
      i++;
    }
    return i;
  }
}
