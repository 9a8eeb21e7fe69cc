package dev.crossdock.console.warehouse.receiving;

import dev.crossdock.inventory.lots.ArrivedLot;
import dev.crossdock.inventory.lots.LotUnits;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lots as they are typed: {@code L-1*4/2027-01-31 L-2*2}, one name alone for all units, or serial numbers. */
final class LotText {

  private LotText() {}

  /**
   * The lots; nothing when the text can't be read. Damaged units are taken to be of the lots named first.
   *
   * @param units that arrived in all
   * @param damaged of them
   */
  static Optional<List<ArrivedLot>> read(String text, long units, long damaged) {
    List<ArrivedLot> lots = new ArrayList<>();
    String[] tokens = text.strip().split("[\\s,]+");
    long left = damaged;
    try {
      for (String token : tokens) {
        if (!token.matches("[^*/]+(\\*[0-9]{1,9})?(/[0-9]{4}-[0-9]{2}-[0-9]{2})?")) {
          return Optional.empty();
        }
        String[] expiry = token.split("/", 2);
        String[] name = expiry[0].split("\\*", 2);
        long of = name.length > 1 ? Long.parseLong(name[1]) : tokens.length == 1 ? units : 1;
        long broken = Math.min(left, of);
        left -= broken;
        LocalDate expiresOn = expiry.length > 1 ? LocalDate.parse(expiry[1]) : null;
        lots.add(new ArrivedLot(new LotUnits(name[0], expiresOn, of), broken, 0));
      }
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    return Optional.of(lots);
  }
}
