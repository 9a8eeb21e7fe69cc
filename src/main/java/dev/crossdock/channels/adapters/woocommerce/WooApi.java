package dev.crossdock.channels.adapters.woocommerce;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.ChannelSession;
import dev.crossdock.channels.adapters.calls.Addresses;
import dev.crossdock.channels.adapters.calls.Call;
import dev.crossdock.channels.adapters.calls.Reply;
import dev.crossdock.platform.http.Outbound;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The REST API of one shop: where it is, and what opens it. */
record WooApi(ChannelSession session) {

  static final String BASE_URL = "baseUrl";

  /** Calls at the same time: a small host has a handful of workers, and its buyers need some of them. */
  static final int AT_ONCE = 4;

  static boolean isConfigured(AccountSettings account) {
    return !account.secretValues(WooChannel.CONSUMER_KEY).isEmpty()
        && !account.secretValues(WooChannel.CONSUMER_SECRET).isEmpty()
        && Addresses.base(account.setting(BASE_URL, "")).isPresent();
  }

  Reply get(String path) {
    return call(path, null);
  }

  Reply post(String path, byte[] json) {
    return call(path, json);
  }

  private Reply call(String path, byte @Nullable [] json) {
    AccountSettings account = session.account();
    List<String> keys = account.secretValues(WooChannel.CONSUMER_KEY);
    List<String> secrets = account.secretValues(WooChannel.CONSUMER_SECRET);
    if (keys.isEmpty() || secrets.isEmpty()) {
      return new Reply.Failed(0, "The account has no consumer key and secret for the REST API.");
    }
    Optional<String> base = Addresses.base(account.setting(BASE_URL, ""));
    if (base.isEmpty()) {
      return new Reply.Failed(0, "The shop's address is missing or not https.");
    }
    byte[] pair = (keys.getFirst() + ":" + secrets.getFirst()).getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = new HashMap<>();
    headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    headers.put("Accept", "application/json");
    URI uri = URI.create(base.get() + "/wp-json/wc/v3" + path);
    if (json == null) {
      return Call.get(session, uri, headers);
    }
    headers.put("Content-Type", "application/json");
    return Call.send(session, new Outbound.Request("POST", uri, headers, json));
  }
}
