package dev.crossdock.platform.nodes;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows that nodes count up while they live. */
final class NodeStore {

  private static final String BEAT =
      "update node set beat = beat + 1, migrations = :migrations where name = :name and process = :process::uuid";

  private static final String BEGIN =
      """
      insert into node (name, process, beat, migrations, started_at)
      values (:name, :process::uuid, 1, :migrations, :startedAt::timestamptz)
      on conflict (name) do update
      set process = excluded.process, beat = node.beat + 1, migrations = excluded.migrations,
        started_at = excluded.started_at
      """;

  private static final String ALL = "select name, process, beat, migrations from node order by name";

  private static final String FORGET = "delete from node where name = :name and beat = :beat";

  private static final String END = "delete from node where name = :name and process = :process::uuid";

  /** Sessions of a process that is frozen or cut off keep their row locks until somebody ends them. */
  private static final String END_SESSIONS =
      """
      select pg_terminate_backend(a.pid)
      from pg_stat_activity a
      where a.application_name = :application and a.pid <> pg_backend_pid() and a.datname = current_database()
      """;

  /** A row as it was seen. */
  record Row(String name, UUID process, long beat, int migrations) {}

  /** Counts our row up; false when it is gone, or another process has the name. */
  boolean beat(JdbcClient client, Node node) {
    return client.sql(BEAT)
            .param("name", node.name())
            .param("process", node.process().toString())
            .param("migrations", node.migrations())
            .update()
        == 1;
  }

  /** Makes the row ours, whoever had it. */
  void begin(JdbcClient client, Node node) {
    client.sql(BEGIN)
        .param("name", node.name())
        .param("process", node.process().toString())
        .param("migrations", node.migrations())
        .param("startedAt", node.startedAt().toString())
        .update();
  }

  List<Row> all(JdbcClient client) {
    return client.sql(ALL)
        .query(
            (row, n) ->
                new Row(
                    row.getString("name"), row.getObject("process", UUID.class), row.getLong("beat"),
                    row.getInt("migrations")))
        .list();
  }

  /** Forgets a node, unless it was heard again. */
  void forget(JdbcClient client, Row silent) {
    client.sql(FORGET).param("name", silent.name()).param("beat", silent.beat()).update();
  }

  /** Takes our own row away. */
  void end(JdbcClient client, Node node) {
    client.sql(END).param("name", node.name()).param("process", node.process().toString()).update();
  }

  /** Ends the sessions of a node; how many. */
  int endSessions(JdbcClient client, String node) {
    return client.sql(END_SESSIONS).param("application", Node.application(node)).query((row, n) -> n).list().size();
  }
}
