package dev.crossdock.sandbox.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.sandbox.drills.kit.DrillArguments;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who comes to a sale, and what polling makes of it. */
class ArrivalTest {

  private static final int CHANNELS = 8;
  private static final DrillArguments.Crowd CROWD = new DrillArguments.Crowd(10_000, 30, 100);

  @Test
  void theSameSeedBringsTheSameCrowd() {
    assertThat(Arrival.crowd(CROWD, CHANNELS, 8, 1)).isEqualTo(Arrival.crowd(CROWD, CHANNELS, 8, 1));
    assertThat(Arrival.crowd(CROWD, CHANNELS, 8, 1)).isNotEqualTo(Arrival.crowd(CROWD, CHANNELS, 8, 2));
  }

  @Test
  void theCrowdComesInOrderAllTheTimeAndEverywhere() {
    List<Arrival> crowd = Arrival.crowd(CROWD, CHANNELS, 8, 1);

    assertThat(crowd).hasSize(10_000).isSortedAccordingTo((a, b) -> Long.compare(a.afterNanos(), b.afterNanos()));
    assertThat(crowd.getFirst().afterNanos()).isLessThan(TimeUnit.SECONDS.toNanos(1));
    assertThat(crowd.getLast().afterNanos()).isBetween(TimeUnit.SECONDS.toNanos(29), TimeUnit.SECONDS.toNanos(30));
    assertThat(crowd).extracting(Arrival::channel).containsOnly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(crowd.stream().filter(one -> one.want() == 0).count()).isBetween(7_500L, 8_500L);
  }

  /** Each of eight channels sells the hundred units it shows, unless its turn to be told comes within the sale. */
  @Test
  void pollingSellsWhatEveryChannelShows() {
    List<Arrival> crowd = Arrival.crowd(CROWD, CHANNELS, 8, 1);

    assertThat(Arrival.oversoldByPolling(crowd, CHANNELS, 100, 1)).isBetween(600, 700);
    assertThat(Arrival.oversoldByPolling(crowd, CHANNELS, 10_000, 1)).isZero();
    assertThat(Arrival.oversoldByPolling(List.of(), CHANNELS, 100, 1)).isZero();
  }

  @Test
  void aChannelToldInTimeSellsNoMore() {
    List<Arrival> slow =
        IntStream.range(0, 2_000)
            .mapToObj(n -> new Arrival(TimeUnit.SECONDS.toNanos(2L * n), n % CHANNELS, 0))
            .toList();

    assertThat(Arrival.oversoldByPolling(slow, CHANNELS, 1_000, 1)).isLessThan(900);
  }
}
