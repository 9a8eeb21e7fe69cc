package dev.crossdock.sandbox.drills.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateSearchTest {

  @ParameterizedTest
  @CsvSource({"1000, 1500", "1000, 990", "1000, 400", "800, 801", "5000, 1200", "1200, 2400"})
  void findsTheHighestRateThatHolds(double first, double limit) {
    RateSearch search = new RateSearch(first);
    while (!search.done()) {
      search.tried(search.rate() <= limit);
    }
    assertThat(search.best()).isBetween(limit * 0.85, limit);
  }

  @ParameterizedTest
  @CsvSource({"1000", "3"})
  void endsWhereNothingHolds(double first) {
    RateSearch search = new RateSearch(first);
    double lowest = first;
    while (!search.done()) {
      lowest = Math.min(lowest, search.rate());
      search.tried(false);
    }
    assertThat(search.best()).isEqualTo(lowest);
  }
}
