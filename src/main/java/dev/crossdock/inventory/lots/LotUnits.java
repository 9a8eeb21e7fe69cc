package dev.crossdock.inventory.lots;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Units of one lot.
 *
 * @param lot its name, or a serial number; kept in Unicode's composed form, so that what looks alike is alike
 * @param expiresOn the last day on which it may be used; null where nobody says
 */
public record LotUnits(String lot, @Nullable LocalDate expiresOn, long units) {

  public LotUnits {
    lot = Normalizer.normalize(lot, Normalizer.Form.NFC);
  }

  /** One unit each. */
  public static List<LotUnits> serials(List<String> numbers) {
    return numbers.stream().map(number -> new LotUnits(number, null, 1)).toList();
  }

  /** Units over all of these, as far as a long holds them. */
  public static long sum(List<LotUnits> lots) {
    long sum = 0;
    for (LotUnits lot : lots) {
      long more = sum + lot.units();
      sum = ((sum ^ more) & (lot.units() ^ more)) < 0 ? Long.MAX_VALUE : more;
    }
    return sum;
  }
}
