package dev.crossdock.channels.adapters.amazon.api;

import dev.crossdock.channels.AccountField;
import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.adapters.calls.Addresses;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The settings of an Amazon account, with their defaults. */
public record AmazonAccount(AccountSettings settings) {

  /** The secret shared with the forwarder of notifications. */
  public static final String WEBHOOK_SECRET = "webhookSecret";
  static final String CLIENT_SECRET = "clientSecret";
  static final String REFRESH_TOKEN = "refreshToken";
  static final String CLIENT_ID = "clientId";
  static final String REGION = "region";
  static final String MARKETPLACES = "marketplaceIds";
  static final String ORDERS_API = "ordersApi";
  static final String PERSONAL_DATA = "personalData";
  static final String SELLER_ID = "sellerId";
  static final String READ_SINCE = "readSince";
  static final String QUEUE_URL = "queueUrl";
  static final String QUEUE_ACCESS_KEY = "queueAccessKey";
  static final String QUEUE_SECRET_KEY = "queueSecretKey";
  static final String BASE_URL = "baseUrl";
  static final String AUTH_URL = "authUrl";

  static final String API_2026 = "2026-01-01";
  static final String API_V0 = "v0";

  /** Every setting, in the order of a form. */
  public static final List<AccountField> FIELDS =
      List.of(
          new AccountField(
              WEBHOOK_SECRET, "Forwarder's secret", "Shared with what forwards notifications; two on two lines while"
                  + " changing it.", true, false),
          new AccountField(REFRESH_TOKEN, "Refresh token", "From the seller's authorisation of the app.", true, true),
          new AccountField(CLIENT_SECRET, "Client secret", "Of the app, with Login with Amazon.", true, true),
          new AccountField(CLIENT_ID, "Client id", "amzn1.application-oa2-client.…", false, true),
          new AccountField(REGION, "Region", "na, eu or fe.", false, true),
          new AccountField(
              MARKETPLACES, "Marketplaces", "Ids, comma separated; stock and v0 need them.", false, false),
          new AccountField(ORDERS_API, "Orders API", API_2026 + " if empty; v0 until it closes.", false, false),
          new AccountField(
              PERSONAL_DATA, "Read names and addresses", "yes if empty; no where the app has no role for them.", false,
              false),
          new AccountField(
              SELLER_ID, "Seller id", "Needed for stock; notifications of others are passed over.", false, false),
          new AccountField(
              READ_SINCE, "Read orders since", "Where the first look back ends, 2026-11-01T00:00:00Z.", false, false),
          new AccountField(
              QUEUE_URL, "Queue of notifications", "https://sqs.eu-west-1.amazonaws.com/…; if any.", false, false),
          new AccountField(
              QUEUE_ACCESS_KEY, "Access key of the queue", "May receive and delete its messages.", false, false),
          new AccountField(QUEUE_SECRET_KEY, "Secret key of the queue", "Belongs to the access key.", true, false),
          new AccountField(BASE_URL, "API address", "Only where it is not Amazon's own of the region.", false, false),
          new AccountField(AUTH_URL, "Sign-in address", "Only where it is not https://api.amazon.com.", false, false));

  private static final Set<String> REGIONS = Set.of("na", "eu", "fe");

  /** Where the API answers; empty when the settings do not say or say it wrongly. */
  Optional<String> endpoint() {
    String typed = settings.setting(BASE_URL, "");
    if (!typed.isBlank()) {
      return Addresses.base(typed);
    }
    String region = settings.setting(REGION, "").strip();
    return REGIONS.contains(region)
        ? Optional.of("https://sellingpartnerapi-" + region + ".amazon.com")
        : Optional.empty();
  }

  /** Where access tokens come from; empty when the setting is wrong. */
  Optional<String> signIn() {
    String typed = settings.setting(AUTH_URL, "");
    return typed.isBlank() ? Optional.of("https://api.amazon.com") : Addresses.base(typed);
  }

  String ordersApi() {
    String typed = settings.setting(ORDERS_API, "").strip();
    return typed.isEmpty() ? API_2026 : typed;
  }

  /** As the API takes them, comma separated; empty for all. */
  String marketplaces() {
    return Arrays.stream(settings.setting(MARKETPLACES, "").split(","))
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .collect(Collectors.joining(","));
  }

  boolean readsPersonalData() {
    return !settings.setting(PERSONAL_DATA, "").strip().equals("no");
  }

  /** Whether a notification about this seller's order is for this account. */
  public boolean isSeller(String sellerId) {
    String own = sellerId();
    return own.isEmpty() || own.equals(sellerId);
  }

  String sellerId() {
    return settings.setting(SELLER_ID, "").strip();
  }

  boolean hasQueue() {
    return !queueUrl().isEmpty();
  }

  String queueUrl() {
    return settings.setting(QUEUE_URL, "").strip();
  }

  String queueAccessKey() {
    return settings.setting(QUEUE_ACCESS_KEY, "").strip();
  }

  String clientId() {
    return settings.setting(CLIENT_ID, "").strip();
  }

  /** The newest value of a secret; empty when there is none. */
  String secret(String key) {
    List<String> values = settings.secretValues(key);
    return values.isEmpty() ? "" : values.getFirst();
  }

  Optional<Instant> readSince() {
    try {
      return Optional.of(Instant.parse(settings.setting(READ_SINCE, "").strip()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
