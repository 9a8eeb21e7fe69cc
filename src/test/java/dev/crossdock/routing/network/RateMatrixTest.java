package dev.crossdock.routing.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.network.RateCardInput.Zone;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prices as rows of a spreadsheet. */
class RateMatrixTest {

  private static final String SHEET =
      """
      Up to kg;Mainland;North
      Countries;GB;
      Postal codes;;GB BT | GB AB30-AB38
      Transit days;1;3
      5;5,00;-
      0,5 kg;3.5;9
      Per further kg;0.90;
      """;

  @Test
  void readsWhatPeopleHave() {
    RateMatrix.Read read = RateMatrix.read(SHEET);

    assertThat(read.problems()).isEmpty();
    assertThat(read.steps()).containsExactly(500, 5_000);
    assertThat(read.zones())
        .containsExactly(
            new Zone("Mainland", 1, List.of("GB"), List.of(), List.of(), null, List.of("3.5", "5.00"), "0.90"),
            new Zone(
                "North", 3, List.of(), List.of(), List.of("GB BT", "GB AB30-AB38"), null, Arrays.asList("9", null),
                null));
  }

  @Test
  void readsWhatItWrites() {
    RateMatrix.Read read = RateMatrix.read(SHEET);
    RateCardInput card =
        new RateCardInput(
                "A", null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null)
            .priced(read.steps(), read.zones());

    assertThat(RateMatrix.read(RateMatrix.write(card))).isEqualTo(read);
  }

  @Test
  void tellsWhatIsWrongLineByLine() {
    assertThat(RateMatrix.read("up to kg,A\nheavy,3\n1,2\n1.0,3\ntransit days,soon\n").problems())
        .containsExactly(
            "Line 2: heavy is neither a weight in kg nor what a zone is told by.",
            "Line 4: the weight 1.0 is there twice.", "Zone A: transit days must be a whole number.");
    assertThat(RateMatrix.read("nothing").problems()).hasSize(1);
    assertThat(RateMatrix.read("").problems()).hasSize(1);
    assertThat(RateMatrix.read("up to kg,A\n").problems()).hasSize(1);
  }
}
