package dev.crossdock.routing.criteria.serveschannel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.LocationKind;
import dev.crossdock.routing.criteria.Scene;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServesChannelTest {

  @Test
  void aLocationNamesItsChannels() {
    Scene scene = Scene.plain().channel("ebay");

    assertThat(scene.judged(new ServesChannel())).isEmpty();
    assertThat(scene.programmes(Set.of(), Set.of("shopify", "amazon")).judged(new ServesChannel()))
        .isEqualTo("ships only for amazon and shopify | if it shipped for ebay");
    assertThat(scene.programmes(Set.of(), Set.of("eBay")).judged(new ServesChannel())).isEmpty();
  }

  @Test
  void aMarketplacesWarehouseMustNameThem() {
    Scene fba = Scene.plain().kind(LocationKind.MARKETPLACE).channel("shopify");

    assertThat(fba.judged(new ServesChannel()))
        .isEqualTo("is a marketplace's warehouse and names no channel | if it shipped for shopify");
    assertThat(fba.programmes(Set.of("FBA"), Set.of("amazon", "shopify")).judged(new ServesChannel())).isEmpty();
  }
}
