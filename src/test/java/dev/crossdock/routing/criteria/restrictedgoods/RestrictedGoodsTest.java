package dev.crossdock.routing.criteria.restrictedgoods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.criteria.Unknown;
import dev.crossdock.routing.facts.ItemFacts.Temperature;
import dev.crossdock.routing.facts.ItemFacts;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RestrictedGoodsTest {

  private static final ItemFacts WINE =
      new ItemFacts(1_300, 320, null, Temperature.AMBIENT, false, null, Set.of("alcohol"));

  private final Scene scene = Scene.plain().line("WINE", 6, 900, WINE).stock("WINE", 6);

  @Test
  void someDestinationsAreForbidden() {
    RestrictedGoods dry = new RestrictedGoods(
        "Alcohol", RestrictedGoods.Rule.FORBIDDEN, Set.of("US-UT", "SA"), Set.of(), Unknown.OUT);

    assertThat(scene.to("US", "CA", null).judged(dry)).isEmpty();
    assertThat(scene.to("US", "UT", null).judged(dry)).isEqualTo("may not send WINE (Alcohol) to US-UT | null");
    assertThat(scene.to("US", "US-UT", null).judged(dry)).isEqualTo("may not send WINE (Alcohol) to US-UT | null");
    assertThat(scene.to("SA", null, null).judged(dry)).startsWith("may not send WINE (Alcohol) to SA");
    assertThat(scene.to("FR", null, null).judged(dry)).isEmpty();
    assertThat(Scene.plain().line("A", 1).stock("A", 1).to("SA", null, null).judged(dry)).isEmpty();
  }

  @Test
  void orOnlySomeAreAllowedAndALicenceHelps() {
    RestrictedGoods home = new RestrictedGoods(
        "alcohol", RestrictedGoods.Rule.ONLY_ALLOWED, Set.of("DE"), Set.of("licensed"), Unknown.OUT);

    assertThat(scene.to("DE", null, null).judged(home)).isEmpty();
    assertThat(scene.to("FR", null, null).judged(home))
        .isEqualTo("may not send WINE (alcohol) to FR | if it were tagged licensed");
    assertThat(scene.tags("licensed").judged(home)).isEmpty();
  }

  @Test
  void whatNobodyCanTellIsOutUnlessTheMerchantSaysOtherwise() {
    RestrictedGoods strict = new RestrictedGoods(
        "alcohol", RestrictedGoods.Rule.FORBIDDEN, Set.of("US-UT"), Set.of(), Unknown.OUT);
    RestrictedGoods lax = new RestrictedGoods(
        "alcohol", RestrictedGoods.Rule.FORBIDDEN, Set.of("US-UT"), Set.of(), Unknown.STAY);

    assertThat(scene.to("US", null, null).judged(strict)).endsWith("| if the order's country and region were known");
    assertThat(scene.to(null, null, null).judged(strict)).endsWith("| if the order's country and region were known");
    assertThat(scene.judged(lax)).startsWith("stays: has WINE (alcohol)");
  }
}
