package dev.crossdock.sandbox;

import dev.crossdock.sandbox.wire.Signing;
import java.util.Map;

/**
 * What the simulated channels and the product know of each other. Derived from the seed, so that a restart finds the
 * accounts of the start before still valid. They open nothing but the simulators on this machine.
 */
record Credentials(long seed) {

  String webhookSecret(Shop shop) {
    return derived(shop.channel() + "/webhook");
  }

  String shopifyToken() {
    return "shpat_" + derived("shopify/token");
  }

  String wooKey() {
    return "ck_" + derived("woocommerce/key");
  }

  String wooSecret() {
    return "cs_" + derived("woocommerce/secret");
  }

  String amazonClientId() {
    return "amzn1.application-oa2-client." + derived("amazon/client");
  }

  String amazonClientSecret() {
    return derived("amazon/secret");
  }

  String amazonRefreshToken() {
    return "Atzr|" + derived("amazon/refresh");
  }

  String amazonAccessToken() {
    return "Atza|" + derived("amazon/access");
  }

  /** The settings of the account, with the simulators at this address. */
  Map<String, String> settings(Shop shop, String simulators) {
    return switch (shop) {
      case SHOPIFY, WOOCOMMERCE -> Map.of("baseUrl", simulators);
      case AMAZON ->
          Map.of(
              "baseUrl", simulators, "authUrl", simulators, "region", "na", "clientId", amazonClientId(), "sellerId",
              AmazonShape.SELLER, "marketplaceIds", AmazonShape.MARKETPLACE);
    };
  }

  Map<String, String> secrets(Shop shop) {
    String webhook = webhookSecret(shop);
    return switch (shop) {
      case SHOPIFY -> Map.of("webhookSecret", webhook, "accessToken", shopifyToken());
      case WOOCOMMERCE ->
          Map.of("webhookSecret", webhook, "consumerKey", wooKey(), "consumerSecret", wooSecret());
      case AMAZON ->
          Map.of("webhookSecret", webhook, "clientSecret", amazonClientSecret(), "refreshToken", amazonRefreshToken());
    };
  }

  private String derived(String what) {
    return Signing.hex("fernflint-" + seed, what).substring(0, 40);
  }
}
