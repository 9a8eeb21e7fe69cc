package dev.crossdock.routing.criteria.noborder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.criteria.Unknown;
import dev.crossdock.routing.facts.Border;
import org.junit.jupiter.api.Test;

class NoBorderTest {

  @Test
  void withinTheUnionThereIsNone() {
    assertThat(Scene.plain().in("FR", null).line("A", 1, 90_000)
        .judged(new NoBorder(Border.CUSTOMS, 0, "EUR", Unknown.OUT))).isEmpty();
    assertThat(Scene.plain().in("GB", "BT1 5GS").line("A", 1, 90_000)
        .judged(new NoBorder(Border.CUSTOMS, 0, "EUR", Unknown.OUT))).isEmpty();
    assertThat(Scene.plain().line("A", 1, 90_000).judged(new NoBorder(Border.CUSTOMS, 0, "EUR", Unknown.OUT)))
        .isEqualTo("is on the other side of a customs border | null");
  }

  @Test
  void theCanariesAreOutsideForVatAlone() {
    Scene scene = Scene.plain().in("ES", "28001").to("ES", null, "35001").line("A", 1);

    assertThat(scene.judged(new NoBorder(Border.CUSTOMS, 0, "EUR", Unknown.OUT))).isEmpty();
    assertThat(scene.judged(new NoBorder(Border.VAT, 0, "EUR", Unknown.OUT)))
        .isEqualTo("is on the other side of a VAT border | null");
  }

  @Test
  void smallOrdersMayCross() {
    NoBorder ioss = new NoBorder(Border.CUSTOMS, 15_000, "EUR", Unknown.OUT);

    assertThat(Scene.plain().line("A", 1, 15_000).judged(ioss)).isEmpty();
    assertThat(Scene.plain().line("A", 2, 7_501).judged(ioss)).isEqualTo(
        "is on the other side of a customs border, and the goods are worth 150.02 EUR, more than 150.00 EUR"
            + " | if they were worth 0.02 EUR less");
  }

  @Test
  void otherCurrenciesAndUnknownWorthAreNamed() {
    NoBorder ioss = new NoBorder(Border.CUSTOMS, 15_000, "EUR", Unknown.STAY);

    assertThat(Scene.plain().currency("USD").line("A", 1, 900).judged(ioss))
        .endsWith("and what the goods are worth is not known in EUR");
    assertThat(Scene.plain().line("A", 1, 0).judged(ioss)).endsWith("not known in EUR");
    assertThat(Scene.plain().to(null, null, null).line("A", 1).judged(ioss)).startsWith("stays: is before a customs");
  }
}
