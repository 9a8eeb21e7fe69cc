package dev.crossdock.api.v1.channels;

import dev.crossdock.channels.ChannelAccount;
import java.util.List;
import java.util.Map;

/**
 * A channel account as callers see it.
 *
 * @param credentials the names of the credentials that are stored
 * @param webhookPath where the channel must deliver
 */
record ChannelAccountView(
    String channel,
    String account,
    String name,
    boolean active,
    Map<String, String> settings,
    List<String> credentials,
    String webhookPath) {

  static ChannelAccountView of(ChannelAccount account) {
    String channel = account.settings().channel();
    String name = account.settings().account();
    return new ChannelAccountView(
        channel,
        name,
        account.name(),
        account.active(),
        account.settings().settings(),
        account.settings().secrets().keySet().stream().sorted().toList(),
        "/webhooks/" + channel + "/" + name);
  }

  /** All of them: there are as many as the merchant has shops. */
  record Listing(List<ChannelAccountView> items) {}
}
