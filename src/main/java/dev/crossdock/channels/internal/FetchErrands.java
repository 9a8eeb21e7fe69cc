package dev.crossdock.channels.internal;

import dev.crossdock.channels.ChannelAccount;
import dev.crossdock.channels.ChannelAccounts;
import dev.crossdock.channels.ChannelRegistry;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.inbox.Errands;
import dev.crossdock.platform.inbox.InboxMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches what messages name as soon as this node has stored them, as long as it has room for more. */
final class FetchErrands implements Errands {

  private static final Logger LOG = LoggerFactory.getLogger(FetchErrands.class);

  private final ChannelRegistry channels;
  private final ChannelAccounts accounts;
  private final FetchWorker fetches;
  private final String node;

  FetchErrands(ChannelRegistry channels, ChannelAccounts accounts, FetchWorker fetches, String node) {
    this.channels = channels;
    this.accounts = accounts;
    this.fetches = fetches;
    this.node = node;
  }

  @Override
  public String holder() {
    return node;
  }

  @Override
  public Duration lease() {
    return LeaseKeeper.LENGTH;
  }

  @Override
  public int room() {
    return fetches.room();
  }

  @Override
  public void begin(Merchant merchant, InboxMessage message) {
    fetches.begin(merchant, message, this::named);
  }

  /** Empty where no call follows, also from what an adapter fails at: a batch knows what to do with that. */
  private Optional<FetchWorker.Named> named(InboxMessage message) {
    try {
      Optional<ChannelAccount> account = accounts.find(message.channel(), message.account());
      Readings readings = Readings.of(List.of(message), channels, each -> account.map(ChannelAccount::settings));
      return account.flatMap(
          from -> readings.fetches.stream().findFirst().map(fetch -> new FetchWorker.Named(from, fetch.externalId())));
    } catch (RuntimeException e) {
      LOG.warn("message {} is left to a batch", message.id(), e);
      return Optional.empty();
    }
  }
}
