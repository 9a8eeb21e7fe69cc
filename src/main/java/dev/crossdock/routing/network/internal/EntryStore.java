package dev.crossdock.routing.network.internal;

import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;

/** The versions' rows of every kind, and the revisions. */
public final class EntryStore {

  private static final String FIELDS =
      "select e.name, e.version, e.content::text as content, e.since from network_entry e ";

  private static final String LOCK =
      FIELDS
          + """
          where e.merchant = :merchant and e.kind = :kind and e.name = any(:names::text[]) and e.until is null
          order by e.name
          for no key update of e
          """;

  private static final String GET =
      FIELDS
          + """
          where e.merchant = :merchant and e.kind = :kind and e.name = any(:names::text[]) and e.until is null
            and e.content is not null
          order by e.name
          """;

  private static final String PAGE =
      FIELDS
          + """
          where e.merchant = :merchant and e.kind = :kind and e.name > :after and e.until is null
            and e.content is not null
          order by e.name
          limit :limit
          """;

  private static final String THEN =
      FIELDS
          + """
          where e.merchant = :merchant and e.kind = :kind and e.since <= :at::timestamptz
            and (e.until is null or e.until > :at::timestamptz) and e.content is not null
            and (:names::text[] is null or e.name = any(:names::text[]))
          order by e.name
          """;

  private static final String NEXT =
      """
      select min(e.since)
      from network_entry e
      where e.merchant = :merchant and e.kind = :kind and e.since > :after::timestamptz
      """;

  private static final String HISTORY =
      FIELDS + "where e.merchant = :merchant and e.kind = :kind and e.name = :name order by e.version desc limit 100";

  private static final String CLOSE =
      """
      update network_entry e
      set until = n.since
      from unnest(:names::text[], :sinces::timestamptz[]) as n(name, since)
      where e.merchant = :merchant and e.kind = :kind and e.name = n.name and e.until is null
      """;

  private static final String INSERT =
      """
      insert into network_entry (merchant, kind, name, version, content, since)
      select :merchant, :kind, n.name, n.version, n.content, n.since
      from unnest(:names::text[], :versions::int[], :contents::json[], :sinces::timestamptz[])
        as n(name, version, content, since)
      order by n.name
      on conflict do nothing
      """;

  private static final String REVISE =
      """
      insert into network_revision (merchant, kind, revision) values (:merchant, :kind, :revision)
      on conflict (merchant, kind) do update set revision = excluded.revision
      """;

  private static final String REVISIONS =
      "select r.kind, r.revision from network_revision r where r.merchant = :merchant";

  private static final String ITEM_TAGS =
      """
      select distinct t.tag
      from network_entry e cross join lateral json_array_elements_text(e.content -> 'tags') as t(tag)
      where e.merchant = :merchant and e.kind = 'ITEM' and e.until is null and e.content is not null
        and json_typeof(e.content -> 'tags') = 'array'
      """;

  private static final String ITEM_HAZMAT =
      """
      select distinct e.content ->> 'hazmat' as hazmat
      from network_entry e
      where e.merchant = :merchant and e.kind = 'ITEM' and e.until is null and e.content ->> 'hazmat' is not null
      """;

  /**
   * A version.
   *
   * @param content JSON; null where it ends the thing
   */
  public record Row(String name, int version, @Nullable String content, Instant since) {}

  /** The current versions of these that ever were, locked until the transaction ends. */
  List<Row> lock(Tx tx, Kind kind, Collection<String> names) {
    return tx.sql(LOCK).param("kind", kind.name()).params(names(names)).query(EntryStore::row).list();
  }

  /** The current versions of these. */
  List<Row> get(Tx tx, Kind kind, Collection<String> names) {
    return names.isEmpty()
        ? List.of()
        : tx.sql(GET).param("kind", kind.name()).params(names(names)).query(EntryStore::row).list();
  }

  /** Current versions in the order of their names, from behind this one. */
  List<Row> page(Tx tx, Kind kind, String after, int limit) {
    return tx.sql(PAGE)
        .param("kind", kind.name())
        .param("after", after)
        .param("limit", limit)
        .query(EntryStore::row)
        .list();
  }

  /** The versions that held at that instant. */
  List<Row> then(Tx tx, Kind kind, @Nullable Collection<String> names, Instant at) {
    return tx.sql(THEN)
        .param("kind", kind.name())
        .param("names", names == null ? null : names.toArray(String[]::new))
        .param("at", at.toString())
        .query(EntryStore::row)
        .list();
  }

  /** When the next version began after an instant. */
  Optional<Instant> next(Tx tx, Kind kind, Instant after) {
    return tx.sql(NEXT)
        .param("kind", kind.name())
        .param("after", after.toString())
        .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
        .single();
  }

  /** Every version of one thing, the newest first. */
  List<Row> history(Tx tx, Kind kind, String name) {
    return tx.sql(HISTORY).param("kind", kind.name()).param("name", name).query(EntryStore::row).list();
  }

  /** Ends the current versions of these and begins the next ones; the current ones are locked. */
  void write(Tx tx, Kind kind, List<Row> rows, UUID revision) {
    Map<String, Object> columns =
        Columns.of(rows)
            .text("names", Row::name)
            .ints("versions", Row::version)
            .text("contents", Row::content)
            .text("sinces", Row::since)
            .params();
    tx.sql(CLOSE).param("kind", kind.name()).params(columns).update();
    if (tx.sql(INSERT).param("kind", kind.name()).params(columns).update() != rows.size()) {
      throw new CannotAcquireLockException("something was first told by two at the same time");
    }
    tx.sql(REVISE).param("kind", kind.name()).param("revision", revision).update();
  }

  /** The tags of any item. */
  public Set<String> itemTags(Tx tx) {
    return Set.copyOf(tx.sql(ITEM_TAGS).query((row, n) -> row.getString(1)).list());
  }

  /** The classes of dangerous goods of any item. */
  public Set<String> itemHazmat(Tx tx) {
    return Set.copyOf(tx.sql(ITEM_HAZMAT).query((row, n) -> row.getString(1)).list());
  }

  /** The revision of each kind of which anything was ever told. */
  public Map<Kind, UUID> revisions(Tx tx) {
    Map<Kind, UUID> revisions = new EnumMap<>(Kind.class);
    tx.sql(REVISIONS)
        .query(
            (ResultSet row) -> {
              revisions.put(Kind.valueOf(row.getString("kind")), row.getObject("revision", UUID.class));
            });
    return revisions;
  }

  private static Map<String, Object> names(Collection<String> names) {
    return Columns.of(names).text("names", name -> name).params();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getString("name"), row.getInt("version"), row.getString("content"),
        row.getTimestamp("since").toInstant());
  }
}
