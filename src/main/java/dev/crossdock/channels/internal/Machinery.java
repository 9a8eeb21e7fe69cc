package dev.crossdock.channels.internal;

import dev.crossdock.channels.Pipeline;
import dev.crossdock.orders.OrderNumbers;
import dev.crossdock.platform.db.Merchant;

/** The workers of the pipeline, put together. */
public final class Machinery {

  private final IntakeWorker intake;
  private final PollWorker poll;
  private final SettleWorker settle;

  public Machinery(Pipeline.Parts parts, Calls calls, OrderNumbers numbers) {
    PartyKeeper parties = new PartyKeeper(parts.personalData(), parts.ids());
    Judge judge = new Judge(parts.orders(), parts.restrictions(), parties);
    Intake decided = new Intake(parts.catalog(), parties, judge, parts.orders(), parts.routing());
    this.intake =
        new IntakeWorker(
            new IntakeWorker.Parts(
                parts.door(), parts.inbox(), parts.channels(), parts.accounts(), calls, decided, parts.exceptions(),
                numbers, parts.ids()));
    this.settle = new SettleWorker(parts.door(), parts.orders(), parts.duplicates(), parts.ids());
    this.poll =
        new PollWorker(parts.door(), parts.inbox(), parts.accounts(), calls, parts.exceptions(), parts.ids());
  }

  /** Holds whose cause went with another order; how many orders go on. */
  public int settle(Merchant merchant) {
    return settle.workOnce(merchant);
  }

  /** One batch of messages; how many. */
  public int intake(Merchant merchant) {
    return intake.workOnce(merchant);
  }

  /** The polls that are due; how many. */
  public int poll(Merchant merchant) {
    return poll.workOnce(merchant);
  }
}
