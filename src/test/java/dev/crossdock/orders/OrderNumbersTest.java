package dev.crossdock.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.testing.Db;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Numbers of orders, handed out to many at once. */
class OrderNumbersTest {

  private static final int TAKEN = 64;
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  @RegisterExtension final Db db = Db.fresh();

  @Test
  void whoTookNumbersHasThemWhateverOthersTake() throws Exception {
    OrderNumbers numbers = numbers();
    List<Future<List<String>>> used = new ArrayList<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(8)) {
      for (int worker = 0; worker < 8; worker++) {
        used.add(workers.submit(() -> use(numbers, 50)));
      }
    }

    List<String> all = new ArrayList<>();
    for (Future<List<String>> each : used) {
      all.addAll(each.get());
    }
    assertThat(all).hasSize(8 * 50 * TAKEN);
    assertThat(new HashSet<>(all)).hasSize(all.size());
  }

  @Test
  void numbersFollowEachOtherWhoeverUsesThem() {
    OrderNumbers numbers = numbers();
    try (OrderNumbers.Taken one = numbers.take(Merchant.MAIN, TAKEN);
        OrderNumbers.Taken other = numbers.take(Merchant.MAIN, TAKEN)) {
      assertThat(one.next()).isEqualTo("SO-1001");
      assertThat(other.next()).isEqualTo("SO-1002");
      assertThat(one.next()).isEqualTo("SO-1003");
    }
    try (OrderNumbers.Taken next = numbers.take(Merchant.MAIN, TAKEN)) {
      assertThat(next.next()).isEqualTo("SO-1004");
    }
  }

  @Test
  void nobodyUsesMoreThanWasTaken() {
    try (OrderNumbers.Taken taken = numbers().take(Merchant.MAIN, 1)) {
      taken.next();

      assertThatIllegalStateException().isThrownBy(taken::next);
    }
  }

  private OrderNumbers numbers() {
    return new OrderNumbers(new Door(db.dataSource(), InstantSource.fixed(NOW)));
  }

  private static List<String> use(OrderNumbers numbers, int times) {
    List<String> used = new ArrayList<>();
    for (int n = 0; n < times; n++) {
      try (OrderNumbers.Taken taken = numbers.take(Merchant.MAIN, TAKEN)) {
        for (int i = 0; i < TAKEN; i++) {
          used.add(taken.next());
        }
      }
    }
    return used;
  }
}
