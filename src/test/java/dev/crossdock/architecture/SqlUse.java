package dev.crossdock.architecture;

/**
 * One place in a statement where a table is named.
 *
 * @param table the table's name
 * @param alias what the statement calls it, the table's name when it has no other
 * @param kind what happens to it there
 * @param firstColumn of an insert: the first of its columns, empty when it names none
 * @param namesMerchant whether a condition of the same query names this use's merchant
 */
record SqlUse(String table, String alias, Kind kind, String firstColumn, boolean namesMerchant) {

  /** What a statement does with a table. */
  enum Kind { READ, INSERT, UPDATE, DELETE, WHOLE }

  SqlUse named() {
    return new SqlUse(table, alias, kind, firstColumn, true);
  }
}
