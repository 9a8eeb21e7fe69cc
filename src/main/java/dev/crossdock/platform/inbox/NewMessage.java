package dev.crossdock.platform.inbox;

import dev.crossdock.platform.db.Merchant;
import java.util.Map;

/**
 * A message to be stored. Personal data may stand in its headers and body.
 *
 * @param dedupKey two messages of one channel account with the same key are the same message; a key that is too long
 *     or holds control characters is replaced by its digest
 * @param headers lower-case names; whoever calls leaves out headers that hold credentials
 * @param namesOnly whether it only names something that has to be fetched ({@link Errands})
 */
public record NewMessage(
    Merchant merchant,
    String channel,
    String account,
    String topic,
    String dedupKey,
    Map<String, String> headers,
    byte[] body,
    boolean namesOnly) {

  public NewMessage {
    headers = Map.copyOf(headers);
  }
}
