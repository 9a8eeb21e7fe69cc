package dev.crossdock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.console.warehouse.LotText;
import dev.crossdock.inventory.skus.Tracking;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small notation in which somebody with a keyboard, or a scanner, names lots. */
class LotTextTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {
    "LOT_EXPIRY | -  | Y1*4/2027-01-31 Y2*2     | Y1 4 2027-01-31, Y2 2 null",
    "LOT_EXPIRY | 6  | Y1/2027-01-31            | Y1 6 2027-01-31",
    "LOT        | 6  | 'A,B;C'                  | A 1 null, B 1 null, C 1 null",
    "LOT        | -  | A*1000000000             | A 1000000000 null",
    "LOT        | 4  | ''                       | ''",
    "SERIAL     | 9  | 'S/1  S-2'               | S/1 1 null, S-2 1 null",
    "LOT_EXPIRY | -  | Y1*4/2027-02-30          | Y1*4/2027-02-30: the expiry must be a day such as 2027-01-31.",
    "LOT_EXPIRY | -  | Y1*4/31.01.2027          | Y1*4/31.01.2027: the expiry must be a day such as 2027-01-31.",
    "LOT        | -  | A*1000000000000          | A*1000000000000: the units must be 0 to 1,000,000,000.",
    "LOT        | -  | A*-1                     | A*-1: the units must be 0 to 1,000,000,000.",
    "LOT        | -  | A*2 A*3                  | A is named twice.",
    "SERIAL     | -  | S1 S2 S1                 | S1 is named twice.",
    "SERIAL     | -  | S1*2                     | S1*2: a serial number is one unit, so write it without units.",
  })
  void saysWhatIsTypedOrWhyNot(Tracking tracking, @Nullable Long units, String text, String told) {
    assertThat(told(LotText.read(tracking, text, units))).isEqualTo(told);
  }

  @Test
  void takesAnyNumberOfNewLinesAndCutsNothingOff() {
    String many = "SERIAL-NUMBER-%d%n".repeat(1_000).formatted(numbers(1_000));

    assertThat(LotText.read(Tracking.SERIAL, many, null))
        .isInstanceOfSatisfying(LotText.Lots.class, read -> assertThat(read.lots()).hasSize(1_000));
    assertThat(LotText.read(Tracking.SERIAL, "x".repeat(LotText.TEXT_MAX + 1), null)).isInstanceOf(LotText.Wrong.class);
    assertThat(told(LotText.read(Tracking.LOT, "*4", null))).startsWith("*4 is no lot: write it as L-1*4/2027-01-31");
  }

  private static Object[] numbers(int count) {
    Object[] numbers = new Object[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = i;
    }
    return numbers;
  }

  private static String told(LotText read) {
    return switch (read) {
      case LotText.Lots lots ->
          lots.lots().stream()
              .map(lot -> lot.lot() + " " + lot.units() + " " + lot.expiresOn())
              .collect(Collectors.joining(", "));
      case LotText.Wrong wrong -> wrong.sentence();
    };
  }
}
