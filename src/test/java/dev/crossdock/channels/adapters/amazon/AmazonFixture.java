package dev.crossdock.channels.adapters.amazon;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.ChannelFixture;
import dev.crossdock.channels.adapters.amazon.api.AmazonAccount;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

final class AmazonFixture implements ChannelFixture {

  @Override
  public AccountSettings account() {
    return accountWithSecret(SECRET);
  }

  @Override
  public AccountSettings stockAccount() {
    AccountSettings account = account();
    Map<String, String> settings = new HashMap<>(account.settings());
    settings.put("marketplaceIds", "A1PA6795UKMFR9,A13V1IB3VIYZZH");
    return new AccountSettings(account.channel(), account.account(), settings, account.secrets());
  }

  @Override
  public AccountSettings accountWithSecret(String secrets) {
    return new AccountSettings(
        "amazon",
        "fenwick-eu",
        Map.of("region", "eu", "clientId", "amzn1.application-oa2-client.made-up", "sellerId", "A1FENWICKMADEUP"),
        Map.of(
            AmazonAccount.WEBHOOK_SECRET,
            secrets,
            "clientSecret",
            "made-up-client-secret",
            "refreshToken",
            "Atzr|made-up"));
  }

  @Override
  public Map<String, String> signature(byte[] body, String secret, Instant now) {
    return Map.of(signatureHeader(), AmazonSignature.sign(body, secret, now));
  }

  @Override
  public String signatureHeader() {
    return AmazonSignature.SIGNATURE_HEADER;
  }

  @Override
  public String baseUrl() {
    return "https://sellingpartnerapi-eu.amazon.com";
  }
}
