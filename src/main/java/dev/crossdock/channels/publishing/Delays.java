package dev.crossdock.channels.publishing;

import dev.crossdock.platform.db.Tx;
import java.time.Duration;

/** How long channels take to be told; answered by whoever tells them. */
public interface Delays {

  /** The time that nearly all quantities of this account were taken within; a long one while nothing was measured. */
  Duration of(Tx tx, String channel, String account);
}
