package dev.crossdock.channels;

import dev.crossdock.channels.internal.AccountClockStore;
import dev.crossdock.channels.internal.AccountStore;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.JournalEntry;
import dev.crossdock.platform.security.Vault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The channel accounts of all merchants. What a webhook needs is kept in memory for a second, and for a second more at
 * most while one of them reads it anew.
 */
public final class ChannelAccounts {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int VALUE_MAX = 4_000;
  private static final Duration KEPT = Duration.ofSeconds(1);

  /**
   * An account and where its polling stands; holds no secret.
   *
   * @param nextPoll when it is asked again; null for an account that is not polled
   * @param failures how many polls failed since the last that was answered
   * @param answeredAt when a poll was last answered; null for never
   * @param failedAt when a poll last failed; null for never
   * @param failedAnswer what was answered then
   */
  public record Clock(
      String channel,
      String account,
      String name,
      boolean active,
      @Nullable Instant nextPoll,
      int failures,
      @Nullable Instant answeredAt,
      @Nullable Instant failedAt,
      @Nullable String failedAnswer) {}

  private record Key(String channel, String account) {}

  /** What was read, and whether somebody is reading it anew. */
  private record Kept(Optional<ChannelAccount> account, Instant until, AtomicBoolean reading) {

    /** True for all but the first who find it old: a hundred messages at once are no reason to read it often. */
    boolean isReadByAnother(Instant now) {
      return until.plus(KEPT).isAfter(now) && !reading.compareAndSet(false, true);
    }
  }

  private final ChannelRegistry channels;
  private final AccountStore store;
  private final AccountClockStore clocks = new AccountClockStore();
  private final Door door;
  private final Journal journal;
  private final InstantSource time;
  private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

  public ChannelAccounts(
      ChannelRegistry channels, DataSource dataSource, Door door, Vault vault, Journal journal, InstantSource time) {
    this.channels = channels;
    this.store = new AccountStore(dataSource, vault);
    this.door = door;
    this.journal = journal;
    this.time = time;
  }

  /** The active account with this name at this channel, whichever merchant's it is. */
  public Optional<ChannelAccount> find(String channel, String account) {
    Key key = new Key(channel, account);
    Instant now = time.instant();
    Kept known = kept.get(key);
    if (known != null && (known.until().isAfter(now) || known.isReadByAnother(now))) {
      return known.account();
    }
    Optional<ChannelAccount> found = load(channel, account);
    if (found.isPresent()) {
      kept.put(key, new Kept(found, now.plus(KEPT), new AtomicBoolean()));
    } else {
      kept.remove(key);
    }
    return found;
  }

  /** The same for an account of the transaction's merchant, inside the transaction. */
  public Optional<ChannelAccount> find(Tx tx, String channel, String account) {
    Kept known = kept.get(new Key(channel, account));
    if (known != null && known.until().isAfter(tx.now())) {
      return known.account().filter(found -> found.merchant().equals(tx.merchant()));
    }
    return store.find(tx, channel, account).filter(ChannelAccount::active);
  }

  /** Stores an account, or changes the one there is: credentials that are not given stay as they were. */
  public AccountStored put(Tx tx, NewChannelAccount account) {
    Optional<AccountStored> refusal = check(account);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (!store.own(tx, account.channel(), account.account())) {
      return new AccountStored.Refused("/account", "taken", "This account belongs to another merchant.");
    }
    int version = store.put(tx, account);
    journal.append(
        tx,
        List.of(
            new JournalEntry(
                "channel-account:" + account.channel() + "/" + account.account(), version,
                version == 1 ? "channel-account.created" : "channel-account.changed", tx.now(), "{}")));
    kept.remove(new Key(account.channel(), account.account()));
    return version == 1 ? new AccountStored.Created() : new AccountStored.Changed();
  }

  /** All accounts of the transaction's merchant, by channel and name. */
  public List<ChannelAccount> list(Tx tx) {
    return store.list(tx);
  }

  /** The same with where their polling stands instead of their secrets. */
  public List<Clock> clocks(Tx tx) {
    return clocks.clocks(tx);
  }

  private Optional<ChannelAccount> load(String channel, String account) {
    if (!NAME.matcher(account).matches() || channels.find(channel).isEmpty()) {
      return Optional.empty();
    }
    return store
        .ownerOf(channel, account)
        .flatMap(merchant -> door.read(new Merchant(merchant), tx -> store.find(tx, channel, account)))
        .filter(ChannelAccount::active);
  }

  private Optional<AccountStored> check(NewChannelAccount account) {
    Optional<Channel> channel = channels.find(account.channel());
    if (channel.isEmpty()) {
      return refused("/channel", "unknown-channel", "There is no channel " + CleanName.of(account.channel()) + ".");
    }
    if (!NAME.matcher(account.account()).matches()) {
      return refused("/account", "format", "An account's name has 1 to 64 letters, digits, dots, dashes, underscores.");
    }
    return checkFields(channel.get(), "/settings", account.settings(), false)
        .or(() -> checkFields(channel.get(), "/credentials", account.credentials(), true));
  }

  private static Optional<AccountStored> checkFields(
      Channel channel, String where, Map<String, String> values, boolean secret) {
    for (Map.Entry<String, String> value : values.entrySet()) {
      @Nullable AccountField field =
          channel.accountFields().stream()
              .filter(f -> f.key().equals(value.getKey()) && f.secret() == secret)
              .findFirst()
              .orElse(null);
      if (field == null) {
        return refused(
            where + "/" + CleanName.of(value.getKey()), "unknown-field", channel.displayName() + " has no such field.");
      }
      if (value.getValue().length() > VALUE_MAX) {
        return refused(where + "/" + field.key(), "too-long", "At most " + VALUE_MAX + " characters.");
      }
    }
    return Optional.empty();
  }

  private static Optional<AccountStored> refused(String field, String rule, String sentence) {
    return Optional.of(new AccountStored.Refused(field, rule, sentence));
  }

  /** Foreign words in an answer, made harmless. */
  private static final class CleanName {
    private static String of(String text) {
      return text.replaceAll("[^A-Za-z0-9._-]", "_").substring(0, Math.min(64, text.length()));
    }
  }
}
