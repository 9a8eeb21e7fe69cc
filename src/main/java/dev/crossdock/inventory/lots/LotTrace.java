package dev.crossdock.inventory.lots;

import dev.crossdock.inventory.StockReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the units of a lot are and where they went: what a recall asks.
 *
 * @param places where units lie now
 * @param transit units on their way between locations
 * @param shipped units by the document that took them, an order mostly
 * @param moves what happened to it, the latest first, a page of it
 */
public record LotTrace(
    String sku,
    String lot,
    @Nullable LocalDate expiresOn,
    boolean serial,
    List<LotAt> places,
    List<Taken> transit,
    List<Taken> shipped,
    List<LotMoved> moves) {

  public LotTrace {
    places = List.copyOf(places);
    transit = List.copyOf(transit);
    shipped = List.copyOf(shipped);
    moves = List.copyOf(moves);
  }

  /** Units that a document took. */
  public record Taken(String document, long units) {}

  /**
   * One row of the ledger, as far as it moved this lot.
   *
   * @param id the row's id: give the last one of a page to get the next
   */
  public record LotMoved(
      UUID id,
      String location,
      int onHandDelta,
      int unavailableDelta,
      StockReason reason,
      @Nullable String document,
      String actor,
      Instant happenedAt) {}
}
