package dev.crossdock.killpoints;

import java.util.List;
import java.util.Locale;

/** A step of the pipeline at which a process dies; most are known by the statement that makes them. */
enum KillPoint {
  /** After it the sender is answered: whoever dies between the two is told the message again. */
  INBOX_COMMIT("insert into inbox"),
  CLAIM("for update skip locked), within as"),
  ORDER_INSERT("copy orders "),
  RESERVATION("insert into reservation as r"),
  WORK_OPENED("copy fulfilment_order "),
  JOURNAL_INSERT("copy journal "),
  FETCH_LEASE("update inbox set leased_by"),
  BLOCK_SEALED("insert into journal_block"),
  PUSH_CLAIM("update push_account p set leased_by"),
  PUSH_SENT_MARK("set sent = q.owed"),
  PUSH_DELIVERY_MARK("set acknowledged = n.units"),
  /** The channel is asked for an order: it never hears us, or we never hear it. */
  FETCH_REQUEST(""),
  /** The channel is told a number: it never hears us, or we never hear it. */
  PUSH_REQUEST("");

  /** Which side of it. */
  enum Side {
    /** The statement was done and its commit not asked for; the request was not sent. */
    BEFORE,
    /** The commit was done and its answer not read; the request was sent and answered, and nobody heard it. */
    AFTER
  }

  private final String statement;

  KillPoint(String statement) {
    this.statement = statement;
  }

  /** The number of a case, from 0 on. */
  long number(Side side) {
    return List.of(values()).indexOf(this) * 2L + List.of(Side.values()).indexOf(side);
  }

  static String plain(String sql) {
    return sql.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /** Whether this statement makes the step; each white space counts as one blank. */
  boolean isMadeBy(String sql) {
    return !statement.isEmpty() && plain(sql).contains(statement);
  }
}
