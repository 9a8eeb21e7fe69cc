package dev.crossdock.platform.inbox;

import dev.crossdock.platform.db.Merchant;
import java.time.Duration;

/**
 * Makes the calls for messages that only name what has to be fetched. The process that stores such a message leases it
 * to itself by the same insert and begins when that is committed: nobody has to claim it first, and no batch of others
 * stands between the message and its call.
 */
public interface Errands {

  /** The name this process holds its leases under. */
  String holder();

  /** How long others wait for this process should it die. */
  Duration lease();

  /** How many more it can take on now; what goes beyond waits to be claimed by whoever has room. */
  int room();

  /**
   * Takes on a message that was committed with its lease, or may have been: where the answer to the commit was lost,
   * its fence tells. Returns at once and throws nothing.
   */
  void begin(Merchant merchant, InboxMessage message);
}
