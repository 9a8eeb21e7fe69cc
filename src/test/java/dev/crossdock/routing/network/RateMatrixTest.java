package dev.crossdock.routing.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.routing.network.RateCardInput.Zone;
import java.nio.charset.StandardCharsets;
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

    assertThat(read.flaws()).isEmpty();
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

    RateMatrix.Read again = RateMatrix.read(RateMatrix.write(card));
    assertThat(again.flaws()).isEmpty();
    assertThat(again.steps()).isEqualTo(read.steps());
    assertThat(again.zones()).isEqualTo(read.zones());
  }

  @Test
  void tellsWhatIsWrongLineByLine() {
    assertThat(words("up to kg,A\nheavy,3\n1,2\n1.0,3\n,4\ntransit days,soon\n"))
        .containsExactly(
            "Line 2: heavy is neither a weight in kg nor what a zone is told by.",
            "Line 4: The weight 1.0 is there twice.", "Line 5: It has no weight.",
            "Line 6: Zone A: transit days must be a whole number.");
    assertThat(words("up to kg,A,B\n0,5,3,50,4,50\n"))
        .first().asString().startsWith("Line 2: It has more cells than the heading.");
    assertThat(words("up to kg,A\n1,3\n2,\"4\n3,5\n")).first().asString()
        .isEqualTo("Line 3: A cell has several lines: a quote may never be closed.");
    assertThat(words("nothing")).hasSize(1);
    assertThat(words("")).hasSize(1);
    assertThat(words("up to kg,A\n")).hasSize(1);
    assertThat(words("up to kg,A\n" + "x,1\n".repeat(1_000))).hasSize(100);
  }

  @Test
  void tellsWhichLineACardIsRefusedFor() {
    RateMatrix.Read read = RateMatrix.read(SHEET);

    assertThat(
            read.refused(
                List.of(
                    new ItemError(0, "zones[1].prices[1]", "format", "Wrong price."),
                    new ItemError(0, "zones[0].countries[0]", "unknown", "Wrong country."),
                    new ItemError(0, "version", "stale", "Changed."))))
        .extracting(RateMatrix.Flaw::words)
        .containsExactly("Changed.", "Line 2: Zone Mainland: Wrong country.", "Line 5: Zone North: Wrong price.");
  }

  @Test
  void readsFilesAsSpreadsheetsSaveThem() {
    String sheet = "Bis kg;Zone Süd\ncountries;DE\n1;4,50\n";
    byte[] marked = ("\uFEFF" + sheet).getBytes(StandardCharsets.UTF_8);

    for (byte[] file : List.of(
        sheet.getBytes(StandardCharsets.UTF_8), marked, sheet.getBytes(StandardCharsets.ISO_8859_1),
        ("\uFEFF" + sheet).getBytes(StandardCharsets.UTF_16LE))) {
      RateMatrix.Read read = RateMatrix.read(file);
      assertThat(read.flaws()).isEmpty();
      assertThat(read.zones().getFirst().zone()).isEqualTo("Zone Süd");
      assertThat(read.zones().getFirst().prices()).containsExactly("4.50");
    }
    assertThat(RateMatrix.read(new byte[] {'P', 'K', 3, 4, 0, 0}).flaws()).first()
        .extracting(RateMatrix.Flaw::sentence).asString().contains("Save the sheet as CSV");
    assertThat(RateMatrix.read(new byte[(1 << 20) + 1]).flaws()).first()
        .extracting(RateMatrix.Flaw::rule).isEqualTo("too-large");
  }

  private static List<String> words(String sheet) {
    return RateMatrix.read(sheet).flaws().stream().map(RateMatrix.Flaw::words).toList();
  }
}
