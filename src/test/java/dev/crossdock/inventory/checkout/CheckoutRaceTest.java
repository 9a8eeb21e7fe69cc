package dev.crossdock.inventory.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.testing.Db;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many who want the same hold or the same units at the same time; every unit ends up with exactly one of them. */
class CheckoutRaceTest {

  private static final long SEED = 20261121;
  private static final int ROUNDS = 12;

  @RegisterExtension
  final Db db = Db.fresh();

  @Test
  void ofTwoClaimsOneWins() throws Exception {
    Shop shop = shop();
    for (int round = 1; round <= ROUNDS; round++) {
      CheckoutHold hold = shop.held("HOT", 3);
      UUID one = new UUID(round, 1);
      UUID other = new UUID(round, 2);

      List<Boolean> won = together(() -> shop.claim(hold, one), () -> shop.claim(hold, other));

      assertThat(won).containsExactlyInAnyOrder(true, false);
    }
    assertThat(shop.level("HOT", "EAST")).isEqualTo("100/" + 3 * ROUNDS);
    assertThat(shop.violations()).isEmpty();
  }

  @Test
  void aClaimAndTheExpiryNeverBothHaveTheUnits() throws Exception {
    Shop shop = shop();
    int claimed = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      CheckoutHold hold = shop.held("HOT", 3);
      UUID order = new UUID(round, 1);

      List<Boolean> done =
          together(
              () -> shop.claim(hold, order),
              () -> {
                shop.time.tick(Duration.ofSeconds(60));
                return shop.expire().holds().size() == 1;
              });

      shop.expire();
      assertThat(shop.now(hold).state()).isEqualTo(done.get(0) ? CheckoutState.CLAIMED : CheckoutState.EXPIRED);
      assertThat(done.get(0) && done.get(1)).as("both").isFalse();
      claimed += done.get(0) ? 1 : 0;
    }
    assertThat(shop.level("HOT", "EAST")).isEqualTo("100/" + 3 * claimed);
    assertThat(shop.violations()).isEmpty();
  }

  @Test
  void anExtensionThatWasPromisedIsKept() throws Exception {
    Shop shop = shop();
    for (int round = 1; round <= ROUNDS; round++) {
      CheckoutHold hold = shop.held("HOT", 1);

      List<Boolean> done =
          together(
              () -> shop.extend(hold.id(), 600) instanceof Decided.Accepted,
              () -> {
                shop.time.tick(Duration.ofSeconds(60));
                return shop.expire().holds().size() == 1;
              });

      shop.expire();
      assertThat(shop.now(hold).state()).isEqualTo(done.get(0) ? CheckoutState.HELD : CheckoutState.EXPIRED);
      shop.time.tick(Duration.ofSeconds(600));
      shop.expire();
    }
    assertThat(shop.level("HOT", "EAST")).isEqualTo("100/0");
    assertThat(shop.violations()).isEmpty();
  }

  @Test
  void agreesWithWhatEveryBuyerRemembers() throws Exception {
    Shop shop = new Shop(db.dataSource()).location("EAST", 1).location("WEST", 2);
    shop.sells("HOT", "EAST", 40).sells("HOT", "WEST", 20).sells("WARM", "EAST", 200);

    List<Buyer> buyers = run(shop);

    assertThat(shop.violations()).as("seed " + SEED).isEmpty();
    Map<String, Long> reserved = new HashMap<>();
    for (Buyer buyer : buyers) {
      buyer.expected.forEach(
          (hold, expected) -> {
            CheckoutHold now = shop.now(hold);
            boolean open = expected == CheckoutState.HELD;
            assertThat(now.state())
                .as(hold.id() + ", seed " + SEED)
                .isIn(expected, open ? CheckoutState.EXPIRED : expected);
            if (now.state() == CheckoutState.HELD || now.state() == CheckoutState.CLAIMED) {
              now.parts().forEach(p -> reserved.merge(p.sku() + "@" + p.location(), (long) p.units(), Long::sum));
            }
          });
    }
    for (String level : List.of("HOT@EAST", "HOT@WEST", "WARM@EAST")) {
      String[] key = level.split("@");
      assertThat(shop.level(key[0], key[1])).as(level + ", seed " + SEED)
          .endsWith("/" + reserved.getOrDefault(level, 0L));
    }
    shop.time.tick(Duration.ofDays(8));
    while (!shop.expire().holds().isEmpty()) {
      assertThat(shop.violations()).isEmpty();
    }
  }

  private static List<Buyer> run(Shop shop) throws InterruptedException, ExecutionException {
    List<Buyer> buyers = new ArrayList<>();
    List<Future<?>> runs = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (int number = 1; number <= 6; number++) {
        Buyer buyer = new Buyer(shop, number);
        buyers.add(buyer);
        runs.add(threads.submit(() -> buyer.run(60)));
      }
    }
    for (Future<?> run : runs) {
      run.get();
    }
    return buyers;
  }

  /** One who holds, extends, claims, releases, and now and then makes time go by and cleans up for all. */
  private static final class Buyer {

    private final Shop shop;
    private final int number;
    private final Random random;
    private final Map<CheckoutHold, CheckoutState> expected = new HashMap<>();
    private final List<CheckoutHold> open = new ArrayList<>();
    private int orders;

    Buyer(Shop shop, int number) {
      this.shop = shop;
      this.number = number;
      this.random = new Random(SEED + number);
    }

    void run(int steps) {
      for (int i = 0; i < steps; i++) {
        switch (random.nextInt(8)) {
          case 0, 1, 2 -> hold();
          case 3 -> end(CheckoutState.CLAIMED, hold -> shop.claim(hold, new UUID(number, ++orders)));
          case 4 -> end(CheckoutState.RELEASED, shop::release);
          case 5 -> extend();
          case 6 -> shop.time.tick(Duration.ofSeconds(random.nextInt(5)));
          default -> shop.expire();
        }
      }
    }

    private void hold() {
      String sku = random.nextBoolean() ? "HOT" : "WARM";
      Decided<CheckoutHold> decided =
          shop.hold(10 + random.nextInt(30), new CheckoutInput.Line(sku, 1 + random.nextInt(4), null));
      if (decided instanceof Decided.Accepted<CheckoutHold>(CheckoutHold hold)) {
        expected.put(hold, CheckoutState.HELD);
        open.add(hold);
      }
    }

    private void end(CheckoutState how, Predicate<CheckoutHold> work) {
      if (!open.isEmpty()) {
        CheckoutHold hold = open.remove(random.nextInt(open.size()));
        if (work.test(hold)) {
          expected.put(hold, how);
        }
      }
    }

    private void extend() {
      if (!open.isEmpty()) {
        CheckoutHold hold = open.get(random.nextInt(open.size()));
        shop.extend(hold.id(), 40);
      }
    }
  }

  private Shop shop() {
    return new Shop(db.dataSource()).location("EAST", 1).sells("HOT", "EAST", 100);
  }

  private static List<Boolean> together(Callable<Boolean> one, Callable<Boolean> other)
      throws InterruptedException, ExecutionException {
    CyclicBarrier start = new CyclicBarrier(2);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<Boolean> first = threads.submit(() -> started(start, one));
      Future<Boolean> second = threads.submit(() -> started(start, other));
      return List.of(first.get(), second.get());
    }
  }

  private static boolean started(CyclicBarrier start, Callable<Boolean> work) throws Exception {
    start.await();
    return work.call();
  }
}
