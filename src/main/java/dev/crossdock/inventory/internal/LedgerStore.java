package dev.crossdock.inventory.internal;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.BulkInsert;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/** Where the ledger is written: rows are only ever inserted. */
final class LedgerStore {

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
    tx.write(
        BulkInsert.into("stock_ledger", lines)
            .text("sku", line -> line.key().sku())
            .text("location", line -> line.key().location())
            .uuid("id", line -> next.next())
            .ints("on_hand_delta", LedgerLine::onHandDelta)
            .ints("reserved_delta", LedgerLine::reservedDelta)
            .ints("unavailable_delta", LedgerLine::unavailableDelta)
            .text("unavailable_reason", LedgerLine::unavailable)
            .text("reason", LedgerLine::reason)
            .text("document", LedgerLine::document)
            .text("actor", line -> actor(tx))
            .uuid("correlation", line -> tx.cause().correlation())
            .time("happened_at", LedgerLine::happenedAt)
            .time("recorded_at", line -> tx.now()));
    return given;
  }

  private static String actor(Tx tx) {
    Actor actor = tx.cause().actor();
    return actor.kind() + " " + actor.id();
  }
}
