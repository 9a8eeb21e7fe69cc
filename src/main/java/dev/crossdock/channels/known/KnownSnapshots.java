package dev.crossdock.channels.known;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.Channel;
import dev.crossdock.channels.Decoded;
import dev.crossdock.channels.IncomingOrder;
import dev.crossdock.channels.RawMessage;
import dev.crossdock.orders.ChannelRef;
import dev.crossdock.platform.db.Merchant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The latest snapshots of orders that this process has written. A poll brings each order once more that was pushed,
 * word for word the same, and a snapshot that is told again changes nothing: it need not be stored, handed out and
 * compared. Each node knows only its own, and nothing after a start; what it does not know is stored, as ever.
 *
 * <p>Thread-safe.
 */
public final class KnownSnapshots {

  /** Six megabytes, and a minute at the highest rate. */
  static final int MOST = 100_000;

  private static final Logger LOG = LoggerFactory.getLogger(KnownSnapshots.class);

  private final Set<Long> marks =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
              return size() > MOST;
            }
          });

  /** This was written, and committed. */
  public void add(Merchant merchant, ChannelRef order, IncomingOrder told) {
    long mark = mark(merchant, order, told);
    synchronized (marks) {
      marks.add(mark);
    }
  }

  /** Those among an account's documents that tell something else. One that can't be read is among them. */
  public List<RawMessage> newsAmong(
      List<RawMessage> documents, Merchant merchant, Channel channel, AccountSettings account) {
    return documents.stream().filter(document -> !isKnown(document, merchant, channel, account)).toList();
  }

  private boolean isKnown(RawMessage document, Merchant merchant, Channel channel, AccountSettings account) {
    try {
      return channel.decode(document, account) instanceof Decoded.Snapshot told && has(merchant, account, told.order());
    } catch (RuntimeException e) {
      LOG.debug("a document of {} is left to a batch", account, e);
      return false;
    }
  }

  private boolean has(Merchant merchant, AccountSettings account, IncomingOrder told) {
    long mark = mark(merchant, new ChannelRef(account.channel(), account.account(), told.externalId()), told);
    synchronized (marks) {
      return marks.contains(mark);
    }
  }

  /**
   * Half of it says which order, half of it what was told. Two tellings of one order that differ have the same mark
   * once in four thousand million times; then a change is known only by its push, or by the next change.
   */
  private static long mark(Merchant merchant, ChannelRef order, IncomingOrder told) {
    int which = 31 * order.hashCode() + merchant.id();
    return (long) which << Integer.SIZE | Integer.toUnsignedLong(told.hashCode());
  }
}
