package dev.crossdock.sandbox.drills.crash;

import java.util.Locale;

/** What is done to an installation. */
enum Fault {
  NODE_KILLED("kill -9 of the node", Setting.EITHER),
  DATABASE_KILLED("kill -9 of PostgreSQL", Setting.EITHER),
  CONNECTIONS_CUT("every connection cut: to PostgreSQL, to the channels, from them", Setting.APART),
  ANSWER_LOST("the answer to a COMMIT lost with its connection", Setting.APART),
  BOTH_KILLED("kill -9 of node and PostgreSQL at once", Setting.EITHER),
  NETWORK_FROZEN("no byte passes for 2 s, anywhere", Setting.APART),
  GENERATOR_KILLED("kill -9 of the load, which tells again what it does not know to be taken", Setting.EITHER),
  DATABASE_RESTARTED("PostgreSQL asked to restart", Setting.EITHER),
  NODE_PAUSED("the node stopped for 2 s, as by a busy machine", Setting.EITHER),
  DATABASE_UNREACHABLE("PostgreSQL unreachable for 2 s", Setting.APART),
  CLOCK_FORWARD("the node's clock two minutes ahead for 3 s", Setting.OWN_CLOCK),
  CLOCK_BACK("the node's clock two minutes behind for 3 s", Setting.OWN_CLOCK),
  DISK_FAILING("the disk of PostgreSQL fails to make a commit durable", Setting.LOOKED_INTO),
  DISK_FULL("the disk of PostgreSQL full for 3 s", Setting.SMALL_DISK);

  /** Which installation it takes. */
  enum Setting {
    /** Any. */
    EITHER,
    /** PostgreSQL runs apart from the node, and all of its connections lead through a proxy. */
    APART,
    /** As apart, with a node whose clock can be set. */
    OWN_CLOCK,
    /** As apart, with a tool that answers PostgreSQL in the place of the system. */
    LOOKED_INTO,
    /** As apart, with PostgreSQL on a small disk. */
    SMALL_DISK
  }

  private final String words;
  private final Setting setting;

  Fault(String words, Setting setting) {
    this.words = words;
    this.setting = setting;
  }

  String words() {
    return words;
  }

  Setting setting() {
    return setting;
  }

  /** Whether processes are killed by it. */
  boolean kills() {
    return switch (this) {
      case NODE_KILLED, DATABASE_KILLED, BOTH_KILLED, GENERATOR_KILLED, DISK_FAILING -> true;
      case CONNECTIONS_CUT, ANSWER_LOST, NETWORK_FROZEN, DATABASE_RESTARTED, NODE_PAUSED, DATABASE_UNREACHABLE,
          CLOCK_FORWARD, CLOCK_BACK, DISK_FULL -> false;
    };
  }

  /** As part of the name of a figure. */
  String figure() {
    return name().toLowerCase(Locale.ROOT);
  }
}
