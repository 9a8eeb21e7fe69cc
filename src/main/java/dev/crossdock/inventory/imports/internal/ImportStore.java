package dev.crossdock.inventory.imports.internal;

import dev.crossdock.inventory.StockSet;
import dev.crossdock.inventory.imports.RowError;
import dev.crossdock.inventory.imports.StockImport;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports, their waiting rows and their errors. */
public final class ImportStore {

  /** Rows applied in one transaction: long enough to be quick, short enough that nobody waits for a level. */
  private static final int CHUNK = 1_000;

  private static final String INSERT =
      """
      insert into stock_import (merchant, id, state, actor_kind, actor, total, changed, unchanged, refused, created_at,
        finished_at)
      values (:merchant, :id::uuid, 'RUNNING', :actorKind, :actor, :total, 0, 0, :refused, :now::timestamptz, null)
      """;

  private static final String INSERT_CHUNK =
      """
      insert into stock_import_chunk (merchant, import, chunk, lines, skus, locations, on_hand, lots, expires)
      values (:merchant, :id::uuid, :chunk, :lines::int[], :skus::text[], :locations::text[], :onHand::bigint[],
        :lots::text[], :expires::text[])
      """;

  private static final String INSERT_ERRORS =
      """
      insert into stock_import_error (merchant, import, line, field, rule, sentence)
      select :merchant, :id::uuid, n.line, n.field, n.rule, n.sentence
      from unnest(:lines::int[], :fields::text[], :rules::text[], :sentences::text[])
        as n(line, field, rule, sentence)
      on conflict (merchant, import, line) do nothing
      """;

  private static final String NEXT =
      """
      select i.id, i.actor_kind, i.actor
      from stock_import i
      where i.merchant = :merchant and i.state = 'RUNNING'
      order by i.id
      limit 1
      """;

  private static final String CLAIM =
      """
      select i.id
      from stock_import i
      where i.merchant = :merchant and i.id = :id::uuid and i.state = 'RUNNING'
      for no key update of i skip locked
      """;

  private static final String TAKE =
      """
      delete from stock_import_chunk c
      where c.merchant = :merchant and c.import = :id::uuid and c.chunk = (
        select min(n.chunk) from stock_import_chunk n where n.merchant = :merchant and n.import = :id::uuid)
      returning c.lines, c.skus, c.locations, c.on_hand, c.lots, c.expires
      """;

  private static final String COUNT =
      """
      update stock_import i
      set changed = i.changed + :changed, unchanged = i.unchanged + :unchanged, refused = i.refused + :refused
      where i.merchant = :merchant and i.id = :id::uuid
      """;

  private static final String FINISH =
      """
      update stock_import i
      set state = 'DONE', finished_at = :now::timestamptz
      where i.merchant = :merchant and i.id = :id::uuid
      """;

  private static final String ALL =
      "select i.id, i.total, i.changed, i.unchanged, i.refused, i.created_at, i.finished_at from stock_import i ";

  private static final String FIND = ALL + "where i.merchant = :merchant and i.id = :id::uuid";

  private static final String LIST = ALL + "where i.merchant = :merchant order by i.id desc limit :limit";

  private static final String ERRORS =
      """
      select e.line, e.field, e.rule, e.sentence
      from stock_import_error e
      where e.merchant = :merchant and e.import = :id::uuid and e.line > :after
      order by e.line
      limit :limit
      """;

  /** An import with rows waiting, and who asked for it. */
  public record Waiting(UUID id, Actor actor) {}

  /** Rows taken to be applied. */
  public record Chunk(List<Integer> lines, List<StockSet> sets) {}

  public void insert(Tx tx, UUID id, StockFile file) {
    tx.sql(INSERT)
        .param("id", id.toString())
        .param("actorKind", tx.cause().actor().kind().name())
        .param("actor", tx.cause().actor().id())
        .param("total", file.total())
        .param("refused", file.errors().size())
        .param("now", tx.now().toString())
        .update();
    List<StockFile.Row> rows = file.rows();
    for (int from = 0; from < rows.size(); from += CHUNK) {
      Columns<StockFile.Row> columns =
          Columns.of(rows.subList(from, Math.min(rows.size(), from + CHUNK)))
              .ints("lines", StockFile.Row::line)
              .text("skus", row -> row.key().sku())
              .text("locations", row -> row.key().location())
              .longs("onHand", StockFile.Row::onHand)
              .text("lots", StockFile.Row::lot)
              .text("expires", StockFile.Row::expiresOn);
      tx.sql(INSERT_CHUNK).params(columns.params()).param("id", id.toString()).param("chunk", from / CHUNK).update();
    }
    errors(tx, id, file.errors());
  }

  /** An import that has rows waiting. */
  public Optional<Waiting> next(Tx tx) {
    return tx.sql(NEXT)
        .query(
            (row, number) ->
                new Waiting(
                    row.getObject("id", UUID.class),
                    new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor"))))
        .optional();
  }

  /** Whether this import is ours until the transaction ends: false while another process works on it. */
  public boolean claim(Tx tx, UUID id) {
    return tx.sql(CLAIM).param("id", id.toString()).query((row, number) -> true).optional().orElse(false);
  }

  /** Takes the next rows away, to be applied in this transaction. */
  public Optional<Chunk> take(Tx tx, UUID id) {
    return tx.sql(TAKE).param("id", id.toString()).query(ImportStore::chunk).optional();
  }

  public void count(Tx tx, UUID id, int changed, int unchanged, List<RowError> errors) {
    errors(tx, id, errors);
    tx.sql(COUNT)
        .param("id", id.toString())
        .param("changed", changed)
        .param("unchanged", unchanged)
        .param("refused", errors.size())
        .update();
  }

  public void finish(Tx tx, UUID id) {
    tx.sql(FINISH).param("id", id.toString()).param("now", tx.now().toString()).update();
  }

  public Optional<StockImport> find(Tx tx, UUID id) {
    return tx.sql(FIND).param("id", id.toString()).query(ImportStore::whole).optional();
  }

  public List<StockImport> list(Tx tx, int limit) {
    return tx.sql(LIST).param("limit", limit).query(ImportStore::whole).list();
  }

  public List<RowError> errors(Tx tx, UUID id, int after, int limit) {
    return tx.sql(ERRORS)
        .param("id", id.toString())
        .param("after", after)
        .param("limit", limit)
        .query(
            (row, number) ->
                new RowError(
                    row.getInt("line"), row.getString("field"), row.getString("rule"), row.getString("sentence")))
        .list();
  }

  private static void errors(Tx tx, UUID id, Collection<RowError> errors) {
    if (!errors.isEmpty()) {
      Columns<RowError> columns =
          Columns.of(errors)
              .ints("lines", RowError::line)
              .text("fields", RowError::field)
              .text("rules", RowError::rule)
              .text("sentences", RowError::sentence);
      tx.sql(INSERT_ERRORS).params(columns.params()).param("id", id.toString()).update();
    }
  }

  private static Chunk chunk(ResultSet row, int number) throws SQLException {
    Integer[] lines = (Integer[]) row.getArray("lines").getArray();
    String[] skus = (String[]) row.getArray("skus").getArray();
    String[] locations = (String[]) row.getArray("locations").getArray();
    Long[] onHand = (Long[]) row.getArray("on_hand").getArray();
    @Nullable String[] lots = texts(row, "lots", lines.length);
    @Nullable String[] expires = texts(row, "expires", lines.length);
    List<StockSet> sets = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      LocalDate expiresOn = expires[i] == null ? null : LocalDate.parse(expires[i]);
      sets.add(new StockSet(skus[i], locations[i], onHand[i], lots[i], expiresOn));
    }
    return new Chunk(List.of(lines), sets);
  }

  private static @Nullable String[] texts(ResultSet row, String column, int count) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? new @Nullable String[count] : (@Nullable String[]) array.getArray();
  }

  private static StockImport whole(ResultSet row, int number) throws SQLException {
    OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
    return new StockImport(
        row.getObject("id", UUID.class),
        row.getInt("total"),
        row.getInt("changed"),
        row.getInt("unchanged"),
        row.getInt("refused"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        finished == null ? null : finished.toInstant());
  }
}
