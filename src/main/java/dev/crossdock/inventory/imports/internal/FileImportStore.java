package dev.crossdock.inventory.imports.internal;

import dev.crossdock.inventory.imports.FileImport;
import dev.crossdock.inventory.imports.FileKind;
import dev.crossdock.inventory.imports.RowAnswer;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files that were taken in, and the answers to their rows. */
public final class FileImportStore {

  private static final String INSERT =
      """
      insert into file_import (merchant, id, kind, content, name, total, refused, created_at)
      values (:merchant, :id::uuid, :kind, :content, :name, 0, 0, :now::timestamptz)
      on conflict (merchant, kind, content) do nothing
      """;

  private static final String FINISH =
      """
      update file_import f
      set total = :total, refused = :refused
      where f.merchant = :merchant and f.id = :id::uuid
      """;

  private static final String INSERT_ROWS =
      """
      insert into file_import_row (merchant, import, line, taken, field, rule, sentence, document)
      select :merchant, :id::uuid, n.line, n.taken = 1, n.field, n.rule, n.sentence, n.document
      from unnest(:lines::int[], :taken::int[], :fields::text[], :rules::text[], :sentences::text[],
        :documents::text[]) as n(line, taken, field, rule, sentence, document)
      """;

  private static final String FILES =
      "select f.id, f.kind, f.name, f.total, f.refused, f.created_at from file_import f ";

  private static final String BY_CONTENT =
      FILES + "where f.merchant = :merchant and f.kind = :kind and f.content = :content";

  private static final String FIND = FILES + "where f.merchant = :merchant and f.id = :id::uuid";

  private static final String LIST = FILES + "where f.merchant = :merchant order by f.id desc limit :limit";

  private static final String ROWS =
      """
      select r.line, r.taken, r.field, r.rule, r.sentence, r.document
      from file_import_row r
      where r.merchant = :merchant and r.import = :id::uuid
      order by r.line
      """;

  /** Whether this content is new; whoever brings it at the same time waits here, and then it is not. */
  public boolean claim(Tx tx, UUID id, FileKind kind, String name, byte[] content) {
    return tx.sql(INSERT)
            .param("id", id.toString())
            .param("kind", kind.name())
            .param("content", content)
            .param("name", name)
            .param("now", tx.now().toString())
            .update()
        == 1;
  }

  /** Keeps what became of the rows. */
  public void finish(Tx tx, UUID id, List<RowAnswer> answers) {
    tx.sql(FINISH)
        .param("id", id.toString())
        .param("total", answers.size())
        .param("refused", Math.toIntExact(answers.stream().filter(answer -> !answer.taken()).count()))
        .update();
    if (!answers.isEmpty()) {
      Columns<RowAnswer> columns =
          Columns.of(answers)
              .ints("lines", RowAnswer::line)
              .ints("taken", answer -> answer.taken() ? 1 : 0)
              .text("fields", RowAnswer::field)
              .text("rules", RowAnswer::rule)
              .text("sentences", RowAnswer::sentence)
              .text("documents", RowAnswer::document);
      tx.sql(INSERT_ROWS).params(columns.params()).param("id", id.toString()).update();
    }
  }

  public Optional<FileImport> byContent(Tx tx, FileKind kind, byte[] content) {
    return tx.sql(BY_CONTENT)
        .param("kind", kind.name())
        .param("content", content)
        .query(FileImportStore::file)
        .optional();
  }

  public Optional<FileImport> find(Tx tx, UUID id) {
    return tx.sql(FIND).param("id", id.toString()).query(FileImportStore::file).optional();
  }

  public List<FileImport> list(Tx tx, int limit) {
    return tx.sql(LIST).param("limit", limit).query(FileImportStore::file).list();
  }

  public List<RowAnswer> answers(Tx tx, UUID id) {
    return tx.sql(ROWS)
        .param("id", id.toString())
        .query(
            (row, number) ->
                new RowAnswer(
                    row.getInt("line"),
                    row.getBoolean("taken"),
                    row.getString("field"),
                    row.getString("rule"),
                    row.getString("sentence"),
                    row.getString("document")))
        .list();
  }

  private static FileImport file(ResultSet row, int number) throws SQLException {
    return new FileImport(
        row.getObject("id", UUID.class),
        FileKind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getInt("total"),
        row.getInt("refused"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
