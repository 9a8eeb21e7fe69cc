package dev.crossdock.architecture;

import dev.crossdock.architecture.SqlUse.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tables that a statement names, and which of them have their merchant named in a condition of the same
 * query. It knows no grammar: it walks over the words and remembers in which clause of which query it is.
 */
final class SqlReader {

  private static final Set<String> QUERIES = Set.of("select", "with", "insert", "update", "delete", "values");
  private static final Set<String> CLAUSES = Set.of(
      "select", "with", "where", "set", "values", "group", "order", "having", "limit", "offset", "returning", "window",
      "fetch", "for", "do", "on", "conflict", "when");
  private static final Set<String> NO_ALIAS = Set.of(
      "as", "on", "using", "where", "set", "values", "group", "order", "having", "limit", "offset", "returning",
      "window", "fetch", "for", "join", "left", "right", "full", "inner", "cross", "natural", "select", "default",
      "overriding", "union", "except", "intersect", "from", "tablesample", "in", "is", "restart", "cascade", "with");

  private final SqlTokens tokens;
  private final Set<String> named = new HashSet<>();
  private final List<Query> queries = new ArrayList<>();

  private SqlReader(SqlTokens tokens) {
    this.tokens = tokens;
  }

  /** The uses of real tables: names given by a WITH are left out. */
  static List<SqlUse> uses(SqlTokens tokens) {
    SqlReader reader = new SqlReader(tokens);
    reader.query(0, tokens.size(), null);
    reader.queries.forEach(query -> query.uses.removeIf(use -> reader.named.contains(use.table())));
    reader.queries.forEach(Query::resolve);
    return reader.queries.stream().flatMap(query -> query.uses.stream()).toList();
  }

  private void query(int from, int to, @Nullable Query outer) {
    Query query = begin(outer);
    String clause = "";
    boolean wantsTable = false;
    for (int i = from; i < to; i++) {
      String token = tokens.at(i);
      if (token.equals("(")) {
        bracket(i, query, clause);
        i = tokens.closing(i);
        wantsTable = false;
      } else if (wantsTable && tokens.isWord(i) && !Set.of("only", "lateral", "table").contains(token)) {
        wantsTable = false;
        i = table(i, query, clause);
      } else if (Set.of("union", "except", "intersect").contains(token)) {
        query = begin(outer);
        clause = "";
      } else {
        clause = clause(i, clause);
        wantsTable = wantsTable(i, clause) || (wantsTable && tokens.isWord(i));
        note(i, query, clause);
      }
    }
  }

  private Query begin(@Nullable Query outer) {
    Query query = new Query(outer);
    queries.add(query);
    return query;
  }

  /** A bracket holds a query of its own, or belongs to the clause that it stands in. */
  private void bracket(int open, Query query, String clause) {
    int close = tokens.closing(open);
    if (QUERIES.contains(tokens.at(open + 1))) {
      query(open + 1, close, query);
      return;
    }
    String inside = tokens.at(open - 1).equals("using") ? "using" : clause;
    for (int i = open + 1; i < close; i++) {
      if (tokens.at(i).equals("(")) {
        bracket(i, query, inside);
        i = tokens.closing(i);
      } else {
        note(i, query, inside);
      }
    }
  }

  private String clause(int i, String clause) {
    String token = tokens.at(i);
    boolean opensFrom = token.equals("join") || (token.equals("from") && !tokens.at(i - 1).equals("distinct"))
        || (token.equals("using") && !tokens.at(i + 1).equals("("));
    if (opensFrom) {
      return "from";
    }
    if (token.equals("on") && tokens.at(i - 1).equals("distinct")) {
      return clause;
    }
    if (token.equals("update") && (clause.isEmpty() || clause.equals("with"))) {
      return "update";
    }
    if (Set.of("insert", "delete", "truncate", "lock").contains(token)) {
      return token;
    }
    return CLAUSES.contains(token) ? token : clause;
  }

  private boolean wantsTable(int i, String clause) {
    return switch (tokens.at(i)) {
      case "from", "join", "using" -> clause.equals("from");
      case "," -> clause.equals("from") || clause.equals("on");
      case "into", "truncate", "lock" -> true;
      case "update" -> clause.equals("update");
      default -> false;
    };
  }

  /** Takes a table's name with its alias and the columns of an insert; answers the last position taken. */
  private int table(int i, Query query, String clause) {
    int last = tokens.at(i + 1).equals(".") ? i + 2 : i;
    if (tokens.at(last + 1).equals("(") && !clause.equals("insert")) {
      return last;
    }
    String table = tokens.at(last);
    String alias = table;
    int next = tokens.at(last + 1).equals("as") ? last + 2 : last + 1;
    if (tokens.isWord(next) && !NO_ALIAS.contains(tokens.at(next))) {
      alias = tokens.at(next);
      last = next;
    }
    String firstColumn = "";
    if (clause.equals("insert") && tokens.at(last + 1).equals("(")) {
      firstColumn = tokens.at(last + 2);
      last = tokens.closing(last + 1);
    }
    query.uses.add(new SqlUse(table, alias, kind(clause, query, i), firstColumn, false));
    return last;
  }

  private Kind kind(String clause, Query query, int i) {
    boolean deletes = query.uses.isEmpty() && tokens.follow(i - 2, "delete", "from");
    return switch (clause) {
      case "insert" -> Kind.INSERT;
      case "update" -> Kind.UPDATE;
      case "truncate", "lock" -> Kind.WHOLE;
      default -> deletes ? Kind.DELETE : Kind.READ;
    };
  }

  private void note(int i, Query query, String clause) {
    if (clause.equals("with") && tokens.isWord(i) && tokens.at(i + 1).matches("as|\\(")) {
      named.add(tokens.at(i));
    }
    if (tokens.at(i).equals("merchant") && (clause.equals("where") || clause.equals("on"))) {
      query.mentions.add(tokens.at(i - 1).equals(".") ? tokens.at(i - 2) : "");
    } else if (tokens.at(i).equals("merchant") && clause.equals("using")) {
      query.uses.forEach(use -> query.mentions.add(use.alias()));
    }
  }

  /** One query: the tables it names, and by which names it speaks of a merchant. */
  private static final class Query {

    private final @Nullable Query outer;
    private final List<SqlUse> uses = new ArrayList<>();
    private final List<String> mentions = new ArrayList<>();

    Query(@Nullable Query outer) {
      this.outer = outer;
    }

    void resolve() {
      for (String mention : mentions) {
        if (!mention.isEmpty()) {
          name(mention);
        } else if (uses.size() == 1) {
          uses.set(0, uses.getFirst().named());
        }
      }
    }

    private void name(String alias) {
      for (int i = 0; i < uses.size(); i++) {
        if (uses.get(i).alias().equals(alias)) {
          uses.set(i, uses.get(i).named());
          return;
        }
      }
      if (outer != null) {
        outer.name(alias);
      }
    }
  }
}
