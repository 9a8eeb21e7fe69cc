package dev.crossdock;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Idempotency;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.jobs.Jobs;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** What has to be done now and then, whether anybody asks for it or not. */
final class Housekeeping {

  private static final Duration HOURLY = Duration.ofHours(1);
  private static final Duration ANSWERS_KEPT = Duration.ofDays(2);
  private static final int AT_ONCE = 1_000;

  private final Assembly house;
  private final Supplier<List<Merchant>> merchants;

  Housekeeping(Assembly house, Supplier<List<Merchant>> merchants) {
    this.house = house;
    this.merchants = merchants;
  }

  /** Registers the jobs and starts them. */
  void begin(Jobs jobs) {
    Idempotency answers = new Idempotency();
    jobs.every("raw-messages-drop", HOURLY, () -> each("drop", this::dropRawMessages));
    jobs.every("personal-data-erase", HOURLY, this::erasePersonalData);
    jobs.every(
        "answers-forget", HOURLY, () -> each("forget", tx -> answers.forget(tx, tx.now().minus(ANSWERS_KEPT))));
    jobs.start();
  }

  /** Erases all personal data whose time is over; may be called at any moment. */
  void erasePersonalData() {
    each("erase", tx -> house.erasure().eraseDue(tx, AT_ONCE));
  }

  private int dropRawMessages(Tx tx) {
    int dropped = house.inbox().dropBodies(tx, AT_ONCE);
    house.erasure().rawMessagesDeleted(tx, dropped);
    return dropped;
  }

  /** Goes on in short transactions until nothing is left. */
  private void each(String what, ToIntFunction<Tx> work) {
    Door door = house.door();
    for (Merchant merchant : merchants.get()) {
      Cause cause = Cause.of(Actor.system("housekeeping"), "job:" + what, house.ids().next());
      while (door.write(merchant, cause, tx -> work.applyAsInt(tx)) >= AT_ONCE) {
        Thread.onSpinWait();
      }
    }
  }
}
