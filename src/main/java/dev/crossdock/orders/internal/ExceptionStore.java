package dev.crossdock.orders.internal;

import dev.crossdock.orders.exceptions.NewException;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** The table of exceptions. */
public final class ExceptionStore {

  private static final String INSERT =
      """
      insert into exception_case (merchant, id, type, state, group_key, dedup_key, order_id, inbox_id, channel, account,
        sentence, remedy, evidence, opened_at)
      select :merchant, r.id, r.type, 'OPEN', r.group_key, r.dedup_key, r.order_id, r.inbox_id, r.channel, r.account,
        r.sentence, r.remedy, r.evidence, cast(:now as timestamptz)
      from unnest(:ids::uuid[], :types::text[], :groups::text[], :keys::text[], :orders::uuid[], :messages::uuid[],
        :channels::text[], :accounts::text[], :sentences::text[], :remedies::text[], :evidences::json[])
        as r(id, type, group_key, dedup_key, order_id, inbox_id, channel, account, sentence, remedy, evidence)
      on conflict do nothing
      """;

  private static final String CLOSE_BY_KEY =
      """
      update exception_case
      set state = :state, closed_at = cast(:now as timestamptz), closed_by = :by, closing_note = :note
      where merchant = :merchant and dedup_key = any(:keys) and closed_at is null
      """;

  private static final String CLOSE_BY_ID =
      """
      update exception_case
      set state = :state, closed_at = cast(:now as timestamptz), closed_by = :by, closing_note = :note
      where merchant = :merchant and id = :id and closed_at is null
      """;

  private final JsonMapper json = JsonMapper.builder().build();

  public void insert(Tx tx, List<NewException> failures, Ids ids) {
    List<NewException> sorted = failures.stream().sorted(Comparator.comparing(NewException::dedupKey)).toList();
    tx.sql(INSERT)
        .params(
            Columns.of(sorted)
                .text("ids", f -> ids.next())
                .text("types", NewException::type)
                .text("groups", NewException::groupKey)
                .text("keys", NewException::dedupKey)
                .text("orders", NewException::order)
                .text("messages", NewException::message)
                .text("channels", NewException::channel)
                .text("accounts", NewException::account)
                .text("sentences", NewException::sentence)
                .text("remedies", NewException::remedy)
                .text("evidences", f -> json.writeValueAsString(f.evidence()))
                .params())
        .param("now", tx.now().toString())
        .update();
  }

  public int closeByKey(Tx tx, Collection<String> keys, String state, String note) {
    return closing(tx.sql(CLOSE_BY_KEY), tx, state, note).param("keys", keys.toArray(String[]::new)).update();
  }

  public int closeById(Tx tx, UUID id, String state, String note) {
    return closing(tx.sql(CLOSE_BY_ID), tx, state, note).param("id", id).update();
  }

  private static org.springframework.jdbc.core.simple.JdbcClient.StatementSpec closing(
      org.springframework.jdbc.core.simple.JdbcClient.StatementSpec statement, Tx tx, String state, String note) {
    return statement
        .param("state", state)
        .param("now", tx.now().toString())
        .param("by", tx.cause().actor().id())
        .param("note", note);
  }
}
