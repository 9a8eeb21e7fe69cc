package dev.crossdock.channels.adapters.woocommerce;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.ChannelFixture;
import dev.crossdock.channels.adapters.signing.HmacSha256;
import java.time.Instant;
import java.util.Map;

final class WooFixture implements ChannelFixture {

  @Override
  public AccountSettings account() {
    return accountWithSecret(SECRET);
  }

  @Override
  public AccountSettings accountWithSecret(String secrets) {
    return new AccountSettings(
        "woocommerce",
        "herb-cellar",
        Map.of(WooApi.BASE_URL, baseUrl() + "/", WooStatus.READY_STATUSES, "ready-to-pack, checked"),
        Map.of(
            WooChannel.WEBHOOK_SECRET, secrets,
            WooChannel.CONSUMER_KEY, "ck_made_up",
            WooChannel.CONSUMER_SECRET, "cs_made_up"));
  }

  @Override
  public Map<String, String> signature(byte[] body, String secret, Instant now) {
    return Map.of(signatureHeader(), HmacSha256.sign(body, secret));
  }

  @Override
  public String signatureHeader() {
    return "x-wc-webhook-signature";
  }

  @Override
  public String baseUrl() {
    return "https://herb-cellar.example/shop";
  }
}
