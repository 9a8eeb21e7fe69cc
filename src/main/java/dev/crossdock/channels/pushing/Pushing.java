package dev.crossdock.channels.pushing;

import dev.crossdock.channels.ChannelAccount;
import dev.crossdock.channels.ChannelAccounts;
import dev.crossdock.channels.ChannelRegistry;
import dev.crossdock.channels.ChannelSession;
import dev.crossdock.channels.publishing.Echo;
import dev.crossdock.channels.publishing.OwedNews;
import dev.crossdock.orders.exceptions.Exceptions;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Journal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** All that tells channels their stock, put together. */
public final class Pushing implements OwedNews {

  private final PushExceptions exceptions;
  private final PushMeters meters;
  private final Pusher pusher;
  private final PushRounds rounds;
  private final Listings listings;

  /**
   * What it is made of.
   *
   * @param sessions what an adapter needs to call an account's channel
   * @param merchants those there are; asked anew each time round
   */
  public record Parts(
      Door door,
      DataSource dataSource,
      InstantSource time,
      ChannelRegistry channels,
      ChannelAccounts accounts,
      Function<ChannelAccount, ChannelSession> sessions,
      Exceptions exceptions,
      Journal journal,
      Pusher.Identity identity,
      Supplier<List<Merchant>> merchants) {}

  public Pushing(Parts parts) {
    this.exceptions = new PushExceptions(parts.exceptions());
    this.meters = new PushMeters(parts.dataSource(), parts.time());
    this.pusher =
        new Pusher(
            parts.door(), parts.channels(), parts.accounts(), parts.sessions(), new Answers(exceptions, meters),
            parts.identity());
    this.rounds = new PushRounds(pusher, parts.merchants());
    this.listings = new Listings(exceptions, parts.journal(), parts.identity().ids(), rounds::wake);
  }

  /** Tells it at once, and keeps how long it took to know. */
  @Override
  public void owed(@Nullable Instant since, Map<String, Integer> changed) {
    rounds.wake();
    meters.owed(since, changed);
  }

  @Override
  public void stopped(Tx tx, List<Echo> echoes) {
    exceptions.echoed(tx, echoes);
  }

  public PushMeters meters() {
    return meters;
  }

  public Pusher pusher() {
    return pusher;
  }

  public PushRounds rounds() {
    return rounds;
  }

  public Listings listings() {
    return listings;
  }
}
