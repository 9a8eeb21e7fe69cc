package dev.crossdock.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.platform.db.Merchant;
import dev.crossdock.testing.Db;
import dev.crossdock.testing.LossyCommits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Messages that only name something, and whose call begins with the commit that stores them. */
class ErrandsTest {

  private static final Duration LEASE = Duration.ofSeconds(15);

  @RegisterExtension
  final Db db = Db.fresh();

  private final InboxFixture fixture = new InboxFixture(db);
  private final Runner runner = new Runner();

  @AfterEach
  void stop() {
    fixture.close();
  }

  /** Keeps what it is given. */
  private static final class Runner implements Errands {
    private final List<InboxMessage> begun = new ArrayList<>();
    private int room = 10;

    @Override
    public String holder() {
      return "this node";
    }

    @Override
    public Duration lease() {
      return LEASE;
    }

    @Override
    public int room() {
      return room;
    }

    @Override
    public void begin(Merchant merchant, InboxMessage message) {
      begun.add(message);
    }
  }

  @Test
  void isLeasedAsItIsStoredAndGivenToWhoeverMakesTheCall() {
    fixture.inbox.runErrands(runner);

    fixture.receive(naming("a"));

    assertThat(runner.begun).hasSize(1);
    InboxMessage begun = runner.begun.getFirst();
    assertThat(begun.dedupKey()).isEqualTo("a");
    assertThat(begun.receivedAt()).isEqualTo(InboxFixture.START);
    assertThat(begun.attempts()).isZero();
    assertThat(begun.body()).isEqualTo(InboxFixture.bytes("{}"));
    assertThat(fixture.claim(10)).as("nobody else is handed it").isEmpty();
    assertThat(finish(begun, new Outcome.Done())).isTrue();
    assertThat(fixture.entry(begun.id()).state()).isEqualTo(InboxState.DONE);
  }

  @Test
  void goesToOthersWhenItsLeaseIsOverAndTheFirstHasNoSayThen() {
    fixture.inbox.runErrands(runner);
    fixture.receive(naming("a"));
    fixture.later(LEASE.plusSeconds(1));

    List<InboxMessage> claimed = fixture.claim(10);
    assertThat(claimed).hasSize(1);
    assertThat(claimed.getFirst().attempts()).isEqualTo(1);
    fixture.write(
        tx -> fixture.inbox.lease(tx, List.of(claimed.getFirst().id()), "another", tx.now().plus(LEASE)));

    assertThat(finish(runner.begun.getFirst(), new Outcome.Done())).isFalse();
  }

  @Test
  void isHandedOutAtOnceWhenItIsGivenBack() {
    fixture.inbox.runErrands(runner);
    fixture.receive(naming("a"));
    InboxMessage begun = runner.begun.getFirst();

    fixture.write(
        tx -> {
          fixture.inbox.giveBack(tx, begun.id(), begun.fence() + 1);
          return true;
        });
    assertThat(fixture.claim(10)).as("another's fence lets go of nothing").isEmpty();
    fixture.write(
        tx -> {
          fixture.inbox.giveBack(tx, begun.id(), begun.fence());
          return true;
        });

    assertThat(fixture.claim(10)).extracting(InboxMessage::id).containsExactly(begun.id());
  }

  @Test
  void whatTellsAllAndWhatGoesBeyondTheRoomWaitsToBeClaimed() {
    runner.room = 2;
    fixture.inbox.runErrands(runner);

    fixture.write(
        tx ->
            fixture.inbox.receiveAll(
                tx, List.of(naming("a"), InboxFixture.message("whole"), naming("b"), naming("c"))));

    assertThat(runner.begun).extracting(InboxMessage::dedupKey).containsExactly("a", "b");
    assertThat(fixture.claim(10)).extracting(InboxMessage::dedupKey).containsExactlyInAnyOrder("whole", "c");
  }

  @Test
  void aMessageToldTwiceIsBegunOnce() {
    fixture.inbox.runErrands(runner);
    fixture.receive(naming("a"));

    assertThat(fixture.receive(naming("a"))).isInstanceOf(Receipt.Duplicate.class);
    fixture.write(tx -> fixture.inbox.receiveAll(tx, List.of(naming("b"), naming("b"))));

    assertThat(runner.begun).extracting(InboxMessage::dedupKey).containsExactly("a", "b");
  }

  @Test
  void nothingBeginsOfWhatIsRolledBack() {
    fixture.inbox.runErrands(runner);

    assertThatThrownBy(
            () ->
                fixture.write(
                    tx -> {
                      fixture.inbox.receiveAll(tx, List.of(naming("a")));
                      throw new IllegalStateException("after it was stored");
                    }))
        .hasMessage("after it was stored");

    assertThat(runner.begun).isEmpty();
    assertThat(fixture.receive(naming("a"))).isInstanceOf(Receipt.Stored.class);
  }

  @Test
  void beginsWhenTheAnswerToTheCommitIsLost() {
    LossyCommits lossy = new LossyCommits(db.dataSource());
    try (InboxFixture house = new InboxFixture(lossy.source(), InboxLimits.USUAL)) {
      house.inbox.runErrands(runner);
      lossy.loseNext();

      assertThat(house.receive(naming("a"))).as("nobody knows").isInstanceOf(Receipt.Refused.class);

      assertThat(runner.begun).extracting(InboxMessage::dedupKey).containsExactly("a");
      assertThat(house.receive(naming("a"))).as("told again").isInstanceOf(Receipt.Duplicate.class);
      assertThat(runner.begun).hasSize(1);
      assertThat(finish(runner.begun.getFirst(), new Outcome.Done())).as("its lease stands").isTrue();
    }
  }

  @Test
  void waitsToBeClaimedWhereNobodyMakesCalls() {
    fixture.receive(naming("before"));
    fixture.inbox.runErrands(runner);
    fixture.inbox.endErrands();
    fixture.receive(naming("after"));

    assertThat(runner.begun).isEmpty();
    assertThat(fixture.claim(10)).extracting(InboxMessage::dedupKey).containsExactly("before", "after");
  }

  private boolean finish(InboxMessage message, Outcome outcome) {
    return fixture.holds(
        tx ->
            fixture
                .inbox
                .finishLeased(tx, Map.of(message.id(), outcome), Map.of(message.id(), message.fence()))
                .contains(message.id()));
  }

  private static NewMessage naming(String key) {
    return new NewMessage(
        Merchant.MAIN, "amazon", "acme", "ORDER_CHANGE", key, Map.of(), InboxFixture.bytes("{}"), true);
  }
}
