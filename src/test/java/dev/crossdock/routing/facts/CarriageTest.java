package dev.crossdock.routing.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which service a parcel travels with. */
class CarriageTest {

  private final Scene scene = Scene.plain().line("A", 1)
      .quote("Slow", "EUR", 300, "2026-11-30T10:00:00Z")
      .quote("Sea", "EUR", 100, null)
      .quote("Foreign", "USD", 1, "2026-11-24T12:00:00Z")
      .quote("Fast", "EUR", 900, "2026-11-25T10:00:00Z")
      .quote("Fast too", "EUR", 900, "2026-11-25T09:00:00Z");

  @Test
  void withoutAPromiseTheCheapestInTheOrdersCurrency() {
    assertThat(service(null)).isEqualTo("Post Sea");
  }

  @Test
  void withAPromiseTheCheapestThatKeepsItAndOfEqualsTheSooner() {
    assertThat(service("2026-11-30T10:00:00Z")).isEqualTo("Post Slow");
    assertThat(service("2026-11-29T10:00:00Z")).isEqualTo("Post Fast too");
  }

  @Test
  void anotherCurrencyIsTakenOnlyWhereNoOtherKeepsThePromise() {
    assertThat(service("2026-11-24T18:00:00Z")).isEqualTo("Post Foreign");
    Carriage carriage = Carriage.of(scene.parcel(), scene.facts());
    assertThat(carriage.price()).isNull();
    assertThat(carriage.withoutPrice()).isEqualTo("has its postage in USD, and the order is in EUR");
  }

  @Test
  void whereNoneKeepsItTheFastest() {
    assertThat(service("2026-11-24T08:00:00Z")).isEqualTo("Post Foreign");
    assertThat(Carriage.fastest(scene.parcel(), scene.facts()).service()).isEqualTo("Post Foreign");
  }

  @Test
  void withoutAWorkingDayThereIsNone() {
    Carriage none = Carriage.of(scene.neverWorks().parcel(), scene.facts());

    assertThat(none.leaves()).isNull();
    assertThat(none.quote()).isNull();
    assertThat(none.withoutArrival()).isEqualTo("has a calendar without a working day");
  }

  private String service(@Nullable String deliverBy) {
    return Carriage.of(scene.parcel(), scene.promised(null, deliverBy).facts()).service();
  }
}
