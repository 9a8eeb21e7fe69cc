package dev.crossdock.routing.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Fault;
import dev.crossdock.routing.facts.Facts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CaseReaderTest {

  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void readsWhatACaseTells() {
    Facts facts =
        read(
            """
            {"now": "2026-03-01T10:00:00+01:00",
             "places": [{"code": "B"}, {"code": "A", "lat": 52.5, "lon": 13.4, "ordersToday": 3,
               "profile": {"tags": ["dc"], "capacity": {"perDay": 5}}}],
             "stock": [{"sku": "S", "location": "A", "units": 4, "soldPerDay": 0.5}],
             "items": [{"sku": "S", "weightGrams": 250}],
             "rateCards": [],
             "order": {"currency": "EUR", "total": "12.30", "destination": {"country": "DE"},
               "lines": [{"sku": "S", "units": 2, "unitPrice": "6.15"}]}}
            """);

    assertThat(facts.now()).isEqualTo(Instant.parse("2026-03-01T09:00:00Z"));
    assertThat(facts.places()).extracting("load.today").containsExactly(3, 0);
    assertThat(facts.places().getFirst().profile().tags()).containsExactly("dc");
    assertThat(facts.places().getFirst().distanceKm()).isPositive();
    assertThat(facts.stock().available("S", "A")).isEqualTo(4);
    assertThat(facts.stock().available("S", "B")).isZero();
    assertThat(facts.order().total()).isEqualTo(1_230);
    assertThat(facts.order().lines().getFirst().unitPrice()).isEqualTo(615);
    assertThat(facts.order().lines().getFirst().item().weightGrams()).isEqualTo(250);
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    List<Fault> faults =
        wrong(
            """
            {"nwo": 1, "policy": {}, "policyVersion": 2,
             "places": [{"code": "A"}, {"code": "A", "timeZone": "Mars", "profile": {"week": {"cutOff": "25:00"}}}],
             "stock": [{"sku": "S", "location": "A", "units": -1}],
             "rateCards": [{"code": "c", "zones": [{"distanceKm": 7}]}],
             "order": {"total": "1.234", "lines": [{"units": 0}]}}
            """);

    assertThat(faults)
        .extracting(Fault::path)
        .contains(
            "/nwo", "/policyVersion", "/places/1/code", "/places/1/timeZone", "/places/1/profile/week/cutOff",
            "/stock/0/units", "/order/total", "/order/lines/0/sku", "/order/lines/0/units");
    assertThat(faults).anyMatch(fault -> fault.path().startsWith("/rateCards/0"));
    assertThat(faults).anyMatch(fault -> fault.rule().contains("did you mean now"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]", "1", "null", "{}", "{\"order\": 1}", "{\"order\": {\"lines\": {}}}", "{\"order\": {\"lines\": [[]]}}",
        "{\"places\": [null], \"stock\": 7, \"items\": [\"x\"], \"rateCards\": [[]], \"order\": {\"lines\": [{}]}}",
        "{\"order\": {\"destination\": {\"lat\": 1e999, \"lon\": 1}, \"lines\": [{\"sku\": \"\", \"units\": 1e30}]}}"
      })
  void refusesWhatIsNoCaseWithoutThrowing(String json) {
    assertThat(wrong(json)).isNotEmpty();
  }

  private static Facts read(String json) {
    return switch (CaseReader.read(JSON.readTree(json), NOW)) {
      case Parsed.Read<Case> read -> read.content().facts();
      case Parsed.Wrong<Case> wrong -> throw new AssertionError(wrong.faults().toString());
    };
  }

  private static List<Fault> wrong(String json) {
    return switch (CaseReader.read(JSON.readTree(json), NOW)) {
      case Parsed.Read<Case> read -> throw new AssertionError("it was read: " + read.content());
      case Parsed.Wrong<Case> wrong -> wrong.faults();
    };
  }
}
