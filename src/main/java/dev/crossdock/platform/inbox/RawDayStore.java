package dev.crossdock.platform.inbox;

import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements about the tables that raw messages lie in. Their names come from the catalog, never from outside. */
final class RawDayStore {

  /** The end of what a table takes is read from its bound; the default table has none. */
  private static final String PARTS =
      """
      select c.relname as name,
        substring(pg_get_expr(c.relpartbound, c.oid) from 'TO \\(''([0-9a-f-]{36})''\\)') as until
      from pg_inherits i
      join pg_class c on c.oid = i.inhrelid
      where i.inhparent = 'inbox_body'::regclass
      order by c.relname
      """;

  /** Tables of days that were taken out of use. */
  private static final String TAKEN_OUT =
      """
      select c.relname
      from pg_class c
      join pg_class p on p.oid = 'inbox_body'::regclass and p.relnamespace = c.relnamespace
      where c.relkind = 'r' and c.relname ~ '^inbox_body_(before|[0-9]{8})$' and not c.relispartition
      order by c.relname
      """;

  private static final Duration DAY = Duration.ofDays(1);

  private static final String ADD = "select inbox_body_add(:day::date, :taking)";

  private static final String STILL_KEPT = "select exists (select from %s where retain_until > :now::timestamptz)";

  private static final String WAITING =
      """
      select count(*)
      from inbox
      where state in ('RECEIVED', 'PARKED') and id >= first_id(:from) and id < first_id(:until)
      """;

  private static final String LOCK_BRIEFLY = "set local lock_timeout = '250ms'";

  private static final String TAKE_OUT = "select inbox_body_take_out(:part)";

  private static final String MESSAGES =
      "select merchant, count(*) as messages from %s group by merchant order by merchant";

  private static final String DROP = "drop table if exists %s";

  private static final String DROP_BODIES =
      """
      delete from %1$s b
      using (
        select o.inbox_id
        from %1$s o
        join inbox i on i.merchant = :merchant and i.id = o.inbox_id
        where o.merchant = :merchant and o.retain_until <= :now::timestamptz and i.state in ('DONE', 'IGNORED')
        limit :limit) old
      where b.merchant = :merchant and b.inbox_id = old.inbox_id
      """;

  /**
   * A table that raw messages lie in.
   *
   * @param until ids that were made before it; null for the table that takes what no other takes
   */
  record Part(String name, @Nullable Instant until) {

    private static final String OF_A_DAY = "inbox_body_\\d{8}";

    boolean isOfADay() {
      return name.matches(OF_A_DAY);
    }

    boolean ended(Instant now) {
      return until != null && !until.isAfter(now);
    }

    /** Whether messages of the day come here. The one made before there were days takes all up to its end. */
    boolean takes(LocalDate day) {
      Instant noon = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
      boolean sameDay = isOfADay() && name.endsWith(day.format(DateTimeFormatter.BASIC_ISO_DATE));
      return sameDay || !isOfADay() && until != null && until.isAfter(noon);
    }
  }

  List<Part> parts(JdbcClient client) {
    return client.sql(PARTS).query((row, n) -> part(row.getString("name"), row.getString("until"))).list();
  }

  private static Part part(String name, @Nullable String until) {
    return new Part(name, until == null ? null : Ids.instant(UUID.fromString(until)).orElseThrow());
  }

  List<String> takenOut(JdbcClient client) {
    return client.sql(TAKEN_OUT).query((row, n) -> row.getString(1)).list();
  }

  boolean add(JdbcClient client, LocalDate day, boolean taking) {
    client.sql(LOCK_BRIEFLY).update();
    return client.sql(ADD).param("day", day.toString()).param("taking", taking).query(Boolean.class).single();
  }

  /** Whether something in it is to be kept beyond the instant in any case. */
  boolean stillKept(JdbcClient client, Part part, Instant now) {
    return client.sql(STILL_KEPT.formatted(part.name())).param("now", now.toString()).query(Boolean.class).single();
  }

  /** How many messages of its time still wait to be worked on, or for somebody. */
  long waiting(JdbcClient client, Part part, Instant until) {
    Instant from = part.isOfADay() ? until.minus(DAY) : Instant.EPOCH;
    return client.sql(WAITING)
        .param("from", from.toEpochMilli())
        .param("until", until.toEpochMilli())
        .query(Long.class)
        .single();
  }

  /** Nothing that still waits goes with it. */
  void takeOut(JdbcClient client, Part part) {
    client.sql(LOCK_BRIEFLY).update();
    client.sql(TAKE_OUT).param("part", part.name()).query(row -> {});
  }

  Map<Merchant, Integer> messages(JdbcClient client, String table) {
    Map<Merchant, Integer> each = new LinkedHashMap<>();
    client.sql(MESSAGES.formatted(table)).query(row -> {
      each.put(new Merchant(row.getInt("merchant")), row.getInt("messages"));
    });
    return each;
  }

  void drop(JdbcClient client, String table) {
    client.sql(DROP.formatted(table)).update();
  }

  int dropBodies(Tx tx, Part part, int limit) {
    return tx.sql(DROP_BODIES.formatted(part.name()))
        .param("now", tx.now().toString())
        .param("limit", limit)
        .update();
  }
}
