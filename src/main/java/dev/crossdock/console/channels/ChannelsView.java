package dev.crossdock.console.channels;

import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of channel accounts.
 *
 * @param nothing what stands there when there is none; null otherwise
 * @param live where the page asks for itself as it is now
 */
public record ChannelsView(List<Account> accounts, @Nullable Block nothing, String live) {

  /**
   * One account.
   *
   * @param where the channel and the account's name there
   * @param received when its last message came; null when none is known
   * @param polled when it last answered a poll; null for never
   * @param next when it is asked again; null for not at all
   * @param parkedHref where its parked messages are settled; null for none
   * @param trouble the last thing that went wrong; null for nothing
   */
  record Account(
      String id, String name, String where, String ordersHref, Badge state, @Nullable When received,
      @Nullable When polled, @Nullable When next, String waiting, String parked, @Nullable String parkedHref,
      @Nullable Trouble trouble) {}

  /** What went wrong and when. */
  record Trouble(When at, String words) {}
}
