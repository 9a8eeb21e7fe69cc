package dev.crossdock.architecture;

import dev.crossdock.architecture.SqlUse.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the SQL of a capability keeps to: its own tables, one merchant, no clock and no dice but Java's. */
final class SqlRules {

  private static final Set<String> CLOCKS_AND_DICE = Set.of(
      "now", "clock_timestamp", "transaction_timestamp", "statement_timestamp", "timeofday", "gen_random_uuid",
      "uuid_generate_v4", "uuidv4", "uuidv7", "random", "nextval", "currval", "setval", "lastval");
  private static final Set<String> CLOCK_WORDS =
      Set.of("current_timestamp", "current_date", "current_time", "localtimestamp", "localtime");

  private SqlRules() {}

  /** Constructs that may stand neither in a statement nor in a migration. */
  static List<String> banned(SqlTokens tokens) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.at(i);
      boolean qualified = tokens.at(i - 1).equals(".");
      if (CLOCKS_AND_DICE.contains(token) && tokens.at(i + 1).equals("(") && !qualified) {
        found.add("calls " + token + "(): bind the value from Java");
      } else if (CLOCK_WORDS.contains(token) && !qualified) {
        found.add("reads " + token + ": bind the value from Java");
      } else if (tokens.follow(i, "for", "update") && !skipsLocked(tokens, i)) {
        found.add("locks for update: lock for no key update, or skip locked to claim");
      } else if (token.equals("values") && tokens.at(i + 1).equals("(") && holdsQuery(tokens, i + 1)) {
        found.add("has a query in values: insert from a select");
      } else if (tokens.follow(i, "merge", "into")) {
        found.add("merges: insert on conflict, or update from unnest");
      } else if (token.equals("trigger") && tokens.at(0).equals("create")) {
        found.add("makes a trigger: write it in the command");
      } else if (token.matches("(small|big)?serial") || tokens.follow(i, "as", "identity")
          || tokens.follow(i, "create", "sequence")) {
        found.add("counts by a sequence: ids come from Java, order from the journal");
      }
    }
    return found;
  }

  /** Faults of one statement, or of a part of one, that a capability sends. */
  static List<String> findings(String capability, String sql, boolean whole, Schema schema) {
    SqlTokens tokens = SqlTokens.of(sql);
    List<String> found = new ArrayList<>(banned(tokens));
    boolean ofMerchant = false;
    for (SqlUse use : SqlReader.uses(tokens)) {
      String owner = schema.owners().get(use.table());
      if (owner == null) {
        if (!isCatalog(use.table())) {
          found.add("names " + use.table() + ", which no migration makes");
        }
        continue;
      }
      if (!owner.equals(capability) && !schema.isPublished(use.table())) {
        found.add("touches " + use.table() + ", which belongs to " + owner);
      }
      if (!schema.isGlobal(use.table())) {
        ofMerchant = true;
        merchantless(use).forEach(found::add);
      }
    }
    boolean bound = tokens.list().stream().anyMatch(token -> token.startsWith(":merchant") || token.equals("?"));
    if (whole && ofMerchant && !bound) {
      found.add("binds no :merchant");
    }
    return found;
  }

  private static List<String> merchantless(SqlUse use) {
    if (use.kind() == Kind.INSERT) {
      boolean first = use.firstColumn().equals("merchant");
      return first ? List.of() : List.of("inserts into " + use.table() + " without merchant first");
    }
    if (use.kind() == Kind.WHOLE) {
      return List.of("takes the whole of " + use.table() + ", all merchants");
    }
    String name = use.alias().equals(use.table()) ? use.table() : use.table() + " " + use.alias();
    return use.namesMerchant() ? List.of() : List.of("names no merchant for " + name);
  }

  private static boolean isCatalog(String table) {
    return table.startsWith("pg_") || table.equals("information_schema");
  }

  private static boolean skipsLocked(SqlTokens tokens, int from) {
    for (int i = from + 2; i < tokens.size() && !tokens.at(i).equals(")"); i++) {
      if (tokens.follow(i, "skip", "locked")) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsQuery(SqlTokens tokens, int open) {
    for (int i = open; i < tokens.closing(open); i++) {
      if (tokens.follow(i, "(", "select")) {
        return true;
      }
    }
    return false;
  }
}
