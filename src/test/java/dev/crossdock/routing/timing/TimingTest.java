package dev.crossdock.routing.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void onArrivalIsAtOnce() {
    assertThat(new Timing.OnArrival().due(NOON)).isEqualTo(NOON);
  }

  @ParameterizedTest(name = "{0} in {1}: {2} waits until {3}")
  @CsvSource({
    // The usual day: before, at, between, after the last.
    "10:00 14:00, Europe/Berlin, 2026-11-20T07:00:00Z, 2026-11-20T09:00:00Z",
    "10:00 14:00, Europe/Berlin, 2026-11-20T09:00:00Z, 2026-11-20T09:00:00Z",
    "10:00 14:00, Europe/Berlin, 2026-11-20T09:00:00.000001Z, 2026-11-20T13:00:00Z",
    "14:00 10:00, Europe/Berlin, 2026-11-20T09:30:00Z, 2026-11-20T13:00:00Z",
    "10:00 14:00, Europe/Berlin, 2026-11-20T13:00:01Z, 2026-11-21T09:00:00Z",
    // Midnight, of the zone and of UTC.
    "00:00, UTC, 2026-11-20T23:59:59Z, 2026-11-21T00:00:00Z",
    "00:00, UTC, 2026-11-21T00:00:00Z, 2026-11-21T00:00:00Z",
    "00:00, Pacific/Auckland, 2026-11-20T10:59:59Z, 2026-11-20T11:00:00Z",
    "23:59, America/New_York, 2026-12-31T12:00:00Z, 2027-01-01T04:59:00Z",
    // Clocks go forward from 02:00 to 03:00: 02:30 is the moment of the jump, and once.
    "02:30, Europe/Berlin, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
    "02:30, Europe/Berlin, 2026-03-29T01:00:01Z, 2026-03-30T00:30:00Z",
    "02:30 03:00, Europe/Berlin, 2026-03-29T00:59:00Z, 2026-03-29T01:00:00Z",
    "10:00, Europe/Berlin, 2026-03-28T09:00:01Z, 2026-03-29T08:00:00Z",
    // Clocks go back from 03:00 to 02:00: 02:30 is the first of the two, and once.
    "02:30, Europe/Berlin, 2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z",
    "02:30, Europe/Berlin, 2026-10-25T00:30:01Z, 2026-10-26T01:30:00Z",
    "02:30 02:45, Europe/Berlin, 2026-10-25T01:35:00Z, 2026-10-26T01:30:00Z",
    "10:00, Europe/Berlin, 2026-10-24T08:00:01Z, 2026-10-25T09:00:00Z",
    // Midnight is jumped over; half an hour is.
    "00:00, America/Asuncion, 2023-09-30T12:00:00Z, 2023-10-01T04:00:00Z",
    "00:15, America/Asuncion, 2023-10-01T04:00:01Z, 2023-10-02T03:15:00Z",
    "02:10, Australia/Lord_Howe, 2026-10-03T12:00:00Z, 2026-10-03T15:30:00Z",
    // A whole day is left out.
    "12:00, Pacific/Apia, 2011-12-29T23:00:00Z, 2011-12-30T10:00:00Z",
    "12:00, Pacific/Apia, 2011-12-30T10:00:01Z, 2011-12-30T22:00:00Z",
  })
  void timesOfTheDayComeNextInTheirZone(String times, String zone, Instant since, Instant due) {
    assertThat(at(times, zone).due(since)).isEqualTo(due);
  }

  @ParameterizedTest(name = "every {0}: {1} waits until {2}")
  @CsvSource({
    "PT15M, 2026-11-20T12:00:00Z, 2026-11-20T12:00:00Z",
    "PT15M, 2026-11-20T12:00:00.000000001Z, 2026-11-20T12:15:00Z",
    "PT15M, 2026-11-20T23:50:00Z, 2026-11-21T00:00:00Z",
    "PT1M, 2026-11-20T12:00:59Z, 2026-11-20T12:01:00Z",
    "PT24H, 2026-11-20T12:00:00Z, 2026-11-21T00:00:00Z",
    "PT7H, 2026-11-20T23:00:00Z, 2026-11-21T01:00:00Z",
    // Where clocks jump does not matter.
    "PT1H, 2026-03-29T00:30:00Z, 2026-03-29T01:00:00Z",
    "PT1H, 2026-10-25T00:30:00Z, 2026-10-25T01:00:00Z",
  })
  void lengthsCountFromAFixedInstant(Duration length, Instant since, Instant due) {
    assertThat(new Timing.Every(length).due(since)).isEqualTo(due);
  }

  @Test
  void whatIsDueIsNeverBeforeAndIsDueAtItself() {
    long seed = 20261120;
    Random random = new Random(seed);
    List<String> zones = List.of("Europe/Berlin", "America/New_York", "Pacific/Apia", "Australia/Lord_Howe", "UTC");
    for (int i = 0; i < 5_000; i++) {
      Instant since = Instant.ofEpochSecond(random.nextLong(1_200_000_000L, 1_900_000_000L), random.nextInt(2));
      Timing timing =
          random.nextBoolean()
              ? new Timing.Every(Duration.ofSeconds(random.nextInt(60, 86_401)))
              : new Timing.At(
                  List.of(LocalTime.of(random.nextInt(24), random.nextInt(60)), LocalTime.of(random.nextInt(24), 0)),
                  ZoneId.of(zones.get(random.nextInt(zones.size()))));
      Instant due = timing.due(since);
      String told = "seed " + seed + ": " + timing + " since " + since;
      assertThat(due).as(told).isBetween(since, since.plus(Duration.ofHours(49)));
      assertThat(timing.due(due)).as(told).isEqualTo(due);
      assertThat(timing.due(since.plusNanos(1))).as(told).isAfterOrEqualTo(due);
    }
  }

  @Test
  void refusesWhatCanNeverBeDue() {
    ZoneId zone = ZoneId.of("UTC");
    assertThatThrownBy(() -> new Timing.At(List.of(), zone)).isInstanceOf(IllegalArgumentException.class);
    for (String length : List.of("PT59S", "PT0S", "-PT1H", "PT24H1S", "PT1M0.5S")) {
      Duration each = Duration.parse(length);
      assertThatThrownBy(() -> new Timing.Every(each)).as(length).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Timing at(String times, String zone) {
    return new Timing.At(Arrays.stream(times.split(" ")).map(LocalTime::parse).toList(), ZoneId.of(zone));
  }
}
