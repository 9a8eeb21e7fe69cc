package dev.crossdock.sandbox;

import java.util.Map;

/**
 * A message as a channel posts it.
 *
 * @param account what the merchant calls its account there
 * @param orderId the channel's id of the order it is about
 * @param headers the channel's own, without the signature where that depends on the time of sending
 */
public record Message(Shop shop, String account, String orderId, Map<String, String> headers, byte[] body) {

  public Message {
    headers = Map.copyOf(headers);
  }

  /** Where the product takes it. */
  public String path() {
    return "/webhooks/" + shop.channel() + "/" + account;
  }
}
