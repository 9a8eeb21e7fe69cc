package dev.crossdock.channels.pushing;

import dev.crossdock.catalog.ChannelSku;
import dev.crossdock.channels.pushing.internal.StateStore;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.JournalEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of what was owed: shown to people, and told again when they say so. */
public final class Listings {

  private final PushExceptions exceptions;
  private final Journal journal;
  private final Ids ids;
  private final Runnable owed;
  private final StateStore store = new StateStore();

  /** @param owed hears when something is owed after the transaction */
  public Listings(PushExceptions exceptions, Journal journal, Ids ids, Runnable owed) {
    this.exceptions = exceptions;
    this.journal = journal;
    this.ids = ids;
    this.owed = owed;
  }

  /**
   * Which ones of an account's.
   *
   * @param state null for any
   * @param after the last of the page before; null for the first page
   */
  public record Query(
      String channel, String account, ListingState.@Nullable State state, @Nullable After after, int limit) {}

  /** A place in the order of lists. */
  public record After(String channelSku, String location) {}

  /** All of this SKU, at every account. */
  public List<ListingState> ofSku(Tx tx, String sku) {
    return store.ofSku(tx, sku);
  }

  /** In the order of channel SKU and location. */
  public List<ListingState> list(Tx tx, Query query) {
    return store.list(tx, query);
  }

  /** Every account that publishes. */
  public List<AccountState> accounts(Tx tx) {
    return store.accounts(tx);
  }

  /**
   * Tells a listing's number again whatever is known of it, or all of an account's that drift, were refused or were
   * stopped; how many.
   *
   * @param channelSku null for the account's
   */
  public int heal(Tx tx, String channel, String account, @Nullable String channelSku) {
    List<ChannelSku> told = store.heal(tx, channel, account, channelSku);
    if (told.isEmpty()) {
      return 0;
    }
    exceptions.healed(tx, channel, account, told.stream().map(ChannelSku::sku).toList());
    String stream = "stock-push:" + ids.next();
    String subject = "{\"channel\":\"%s\",\"account\":\"%s\",\"listings\":%d}".formatted(channel, account, told.size());
    journal.append(tx, List.of(new JournalEntry(stream, 1, "stock-push.told-again", tx.now(), subject)));
    tx.afterCommit(owed);
    return told.size();
  }
}
