package dev.crossdock.channels.adapters.shopify;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.ChannelFixture;
import dev.crossdock.channels.adapters.signing.HmacSha256;
import java.time.Instant;
import java.util.Map;

final class ShopifyFixture implements ChannelFixture {

  @Override
  public AccountSettings account() {
    return accountWithSecret(SECRET);
  }

  @Override
  public AccountSettings accountWithSecret(String secrets) {
    return new AccountSettings(
        "shopify",
        "northwind-outfitters",
        Map.of(),
        Map.of(ShopifyChannel.WEBHOOK_SECRET, secrets, ShopifyChannel.ACCESS_TOKEN, "shpat_made_up"));
  }

  @Override
  public Map<String, String> signature(byte[] body, String secret, Instant now) {
    return Map.of(signatureHeader(), HmacSha256.sign(body, secret));
  }

  @Override
  public String signatureHeader() {
    return "x-shopify-hmac-sha256";
  }

  @Override
  public String baseUrl() {
    return "https://northwind-outfitters.myshopify.com";
  }
}
