package dev.crossdock.channels.internal;

import dev.crossdock.channels.Pipeline;
import dev.crossdock.channels.known.KnownSnapshots;
import dev.crossdock.orders.OrderNumbers;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.inbox.Inbox;
import java.time.Duration;

/** The workers of the pipeline, put together. */
public final class Machinery {

  private final IntakeWorker intake;
  private final PollWorker poll;
  private final SettleWorker settle;
  private final LeaseKeeper leases;
  private final FetchWorker fetches;
  private final Inbox inbox;
  private final FetchErrands errands;
  private volatile boolean behind;

  /**
   * The workers.
   *
   * @param ending waits so long at most; whether the end came meanwhile
   */
  public Machinery(Pipeline.Parts parts, Calls calls, OrderNumbers numbers, Pace.Rest ending) {
    PartyKeeper parties = new PartyKeeper(parts.personalData(), parts.ids());
    Judge judge =
        new Judge(parts.orders(), parts.restrictions(), parties, tx -> parts.routing().pickupPlaces(tx));
    Intake decided = new Intake(parts.catalog(), parties, judge, parts.orders(), parts.routing());
    this.leases = new LeaseKeeper(parts.door(), parts.inbox(), parts.ids(), parts.node());
    KnownSnapshots known = new KnownSnapshots();
    FetchEndings endings =
        new FetchEndings(parts.door(), parts.inbox(), calls, parts.exceptions(), parts.ids());
    this.fetches = new FetchWorker(calls, endings, leases, parts.time());
    this.inbox = parts.inbox();
    this.errands = new FetchErrands(parts.channels(), parts.accounts(), fetches, parts.node());
    this.intake =
        new IntakeWorker(
            new IntakeWorker.Parts(
                parts.door(), parts.inbox(), parts.channels(), parts.accounts(), fetches, parts.node(), decided,
                parts.exceptions(), numbers, parts.ids(), known));
    this.settle = new SettleWorker(parts.door(), parts.orders(), parts.duplicates(), parts.ids());
    this.poll =
        new PollWorker(
            new PollWorker.Parts(
                parts.door(), parts.inbox(), parts.accounts(), calls, parts.exceptions(), leases,
                new Pace(() -> behind, ending), parts.ids(), known));
  }

  /** How long from one renewal of leases to the next. */
  public static Duration renewedEvery() {
    return LeaseKeeper.RENEWED_EVERY;
  }

  /** Renews the leases of all calls under way; how many stand. */
  public int renewLeases() {
    return leases.renew();
  }

  /** Takes up again what this node was calling out for when it ended; how much that is. */
  public int takeBack(Merchant merchant) {
    return leases.takeBack(merchant);
  }

  /** The same for a node that is gone. */
  public int takeBack(Merchant merchant, String holder) {
    return leases.takeBack(merchant, holder);
  }

  /** From now on what messages name is fetched as soon as they are stored here. */
  public void beginCalls() {
    inbox.runErrands(errands);
  }

  /** Lets no further call begin and waits for those under way, so long at most; false when some still are. */
  public boolean endCalls(Duration atMost) throws InterruptedException {
    inbox.endErrands();
    return fetches.close(atMost);
  }

  /** Holds whose cause went with another order; how many orders go on. */
  public int settle(Merchant merchant) {
    return settle.workOnce(merchant);
  }

  /** Whether a batch of so many had no room for more. */
  public boolean isFull(int messages) {
    return messages >= IntakeWorker.BATCH_MAX;
  }

  /** One batch of messages; how many. */
  public int intake(Merchant merchant) {
    int messages = intake.workOnce(merchant);
    behind = isFull(messages);
    return messages;
  }

  /** The polls that are due; how many. */
  public int poll(Merchant merchant) {
    return poll.workOnce(merchant);
  }
}
