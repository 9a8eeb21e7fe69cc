package dev.crossdock.channels.adapters.shopify;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.ChannelSession;
import dev.crossdock.channels.adapters.calls.Addresses;
import dev.crossdock.channels.adapters.calls.Call;
import dev.crossdock.channels.adapters.calls.Reply;
import dev.crossdock.platform.http.Outbound;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Admin API of one shop: where it is, and what opens it. */
record ShopifyAdmin(ChannelSession session) {

  static final String SHOP = "shop";
  static final String BASE_URL = "baseUrl";
  static final String API_VERSION = "apiVersion";
  static final String API_VERSION_DEFAULT = "2026-10";

  private static final Pattern SHOP_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
  private static final Pattern VERSION = Pattern.compile("\\d{4}-\\d{2}|unstable");

  /** Asks for a document. */
  Reply get(String path) {
    return call(path, null);
  }

  /** Asks a question of the GraphQL API, or has it do something. */
  Reply graphql(byte[] json) {
    return call("/graphql.json", json);
  }

  /** Versions are named by year and month, so that they compare as texts; {@code unstable} comes after all of them. */
  String version() {
    return session.account().setting(API_VERSION, API_VERSION_DEFAULT).strip();
  }

  private Reply call(String path, byte @Nullable [] json) {
    AccountSettings account = session.account();
    List<String> tokens = account.secretValues(ShopifyChannel.ACCESS_TOKEN);
    if (tokens.isEmpty()) {
      return new Reply.Failed(0, "The account has no access token for the Admin API.");
    }
    Optional<String> base = base(account);
    if (base.isEmpty() || !VERSION.matcher(version()).matches()) {
      return new Reply.Failed(0, "The shop's name, address or API version is not usable; the address must be https.");
    }
    URI uri = URI.create(base.get() + "/admin/api/" + version() + path);
    Map<String, String> headers = new HashMap<>();
    headers.put("X-Shopify-Access-Token", tokens.getFirst());
    headers.put("Accept", "application/json");
    if (json == null) {
      return Call.get(session, uri, headers);
    }
    headers.put("Content-Type", "application/json");
    return Call.send(session, new Outbound.Request("POST", uri, headers, json));
  }

  private static Optional<String> base(AccountSettings account) {
    String typed = account.setting(BASE_URL, "");
    if (!typed.isBlank()) {
      return Addresses.base(typed);
    }
    String shop = account.setting(SHOP, account.account()).strip();
    return SHOP_NAME.matcher(shop).matches() ? Optional.of("https://" + shop + ".myshopify.com") : Optional.empty();
  }
}
