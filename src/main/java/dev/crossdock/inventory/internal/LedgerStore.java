package dev.crossdock.inventory.internal;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/** Where the ledger is written: rows are only ever inserted. */
final class LedgerStore {

  private static final String APPEND =
      """
      insert into stock_ledger (merchant, sku, location, id, on_hand_delta, reserved_delta, unavailable_delta,
        unavailable_reason, reason, document, actor, correlation, happened_at, recorded_at)
      select :merchant, n.sku, n.location, n.id, n.on_hand_delta, n.reserved_delta, n.unavailable_delta,
        n.unavailable_reason, n.reason, n.document, :actor, :correlation::uuid, n.happened_at, :now::timestamptz
      from unnest(:skus::text[], :locations::text[], :ids::uuid[], :onHandDeltas::int[], :reservedDeltas::int[],
        :unavailableDeltas::int[], :unavailableReasons::text[], :reasons::text[], :documents::text[],
        :happenedAt::timestamptz[])
        as n(sku, location, id, on_hand_delta, reserved_delta, unavailable_delta, unavailable_reason, reason, document,
          happened_at)
      """;

  private final Ids ids;

  LedgerStore(Ids ids) {
    this.ids = ids;
  }

  /** Writes the lines; the ids they were given, in their order. */
  List<UUID> append(Tx tx, List<LedgerLine> lines) {
    List<UUID> given = new ArrayList<>(lines.size());
    if (lines.isEmpty()) {
      return given;
    }
    lines.forEach(line -> given.add(ids.next()));
    Iterator<UUID> next = given.iterator();
    Columns<LedgerLine> columns =
        Columns.of(lines)
            .text("skus", line -> line.key().sku())
            .text("locations", line -> line.key().location())
            .text("ids", line -> next.next())
            .ints("onHandDeltas", LedgerLine::onHandDelta)
            .ints("reservedDeltas", LedgerLine::reservedDelta)
            .ints("unavailableDeltas", LedgerLine::unavailableDelta)
            .text("unavailableReasons", LedgerLine::unavailable)
            .text("reasons", LedgerLine::reason)
            .text("documents", LedgerLine::document)
            .text("happenedAt", LedgerLine::happenedAt);
    tx.sql(APPEND)
        .params(columns.params())
        .param("actor", actor(tx))
        .param("correlation", tx.cause().correlation().toString())
        .param("now", tx.now().toString())
        .update();
    return given;
  }

  static String actor(Tx tx) {
    Actor actor = tx.cause().actor();
    return actor.kind() + " " + actor.id();
  }
}
