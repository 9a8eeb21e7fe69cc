package dev.crossdock.channels.adapters.amazon.api;

import static dev.crossdock.channels.adapters.json.JsonText.object;

import dev.crossdock.channels.adapters.amazon.api.AmazonApi.Operation;
import dev.crossdock.channels.adapters.calls.Halt;
import dev.crossdock.channels.adapters.calls.Reply;
import dev.crossdock.channels.adapters.calls.StockTalk;
import dev.crossdock.channels.adapters.json.Json;
import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.channels.adapters.json.JsonText;
import dev.crossdock.channels.stock.StockPush.Level;
import dev.crossdock.channels.stock.StockPush.Place;
import dev.crossdock.platform.http.Outbound;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Listings Items 2021-08-01, as far as quantities go. */
final class ListingsApi {

  private static final String ITEMS = "/listings/2021-08-01/items/";
  private static final String DATA = "&includedData=summaries,fulfillmentAvailability";
  private static final String SHIPPED_BY_SELLER = "DEFAULT";
  private static final String SHIPPED_BY_AMAZON = "AMAZON";
  private static final String ANY_TYPE = "PRODUCT";
  private static final Pattern PRODUCT_TYPE = Pattern.compile("[A-Z0-9_]{1,100}");
  private static final Pattern MARKETPLACE = Pattern.compile("[A-Z0-9]{8,20}");
  private static final int TEXT_CHARS_MAX = 1_000;

  /** 5 calls a second, of each operation. */
  private static final Duration RESTORED = Duration.ofMillis(200);

  private final StockTalk talk;
  private final AmazonApi api;
  private final String seller;
  private final List<String> marketplaces;
  private final Instant begun;
  private final AtomicLong spentMillis = new AtomicLong();

  ListingsApi(StockTalk talk) {
    this.talk = talk;
    AmazonAccount account = new AmazonAccount(talk.session().account());
    this.api = new AmazonApi(talk.session(), account);
    this.seller = account.sellerId();
    this.marketplaces = List.of(account.marketplaces().split(","));
    this.begun = talk.session().now();
    if (seller.isEmpty() || marketplaces.getFirst().isEmpty()) {
      throw Halt.failed("The account needs its seller id and a marketplace id to tell stock.");
    }
  }

  /** What came of telling or asking about one. */
  sealed interface Found {}

  /**
   * A listing that the seller ships.
   *
   * @param units what it shows; null when it does not say
   */
  record Listing(String productType, @Nullable Integer units) implements Found {}

  /** None that could be told, and why. */
  record None(String words) implements Found {}

  /** When as many calls as were made now will be granted again. */
  Instant notBefore() {
    Instant now = talk.session().now();
    Instant restored = begun.plusMillis(spentMillis.get());
    return restored.isAfter(now) ? restored : now;
  }

  /** Signs in, which several calls at once must not do each for itself. */
  ListingsApi signedIn() {
    api.signedIn().ifPresent(talk::answer);
    return this;
  }

  /** Tells one quantity. Taken means that Amazon works on it: the listing shows it a moment later. */
  Found tell(Level level) {
    Place place = level.place();
    String reference = place.reference();
    if (!isUsable(place)) {
      return unusable();
    }
    Found listing =
        reference != null && PRODUCT_TYPE.matcher(reference).matches() ? new Listing(reference, null) : find(place);
    return switch (listing) {
      case Listing(String productType, _) -> patched(productType, level);
      case None none -> none;
    };
  }

  /** The listing, if there is one that the seller ships. */
  Found find(Place place) {
    if (!isUsable(place)) {
      return unusable();
    }
    talk.mustBeInTime();
    Reply reply = api.get(new Operation(item(place) + DATA, RESTORED));
    return switch (reply) {
      case Reply.NotFound _ -> new None("Amazon has no listing of this SKU in the marketplace.");
      case Reply.Failed(int status, _) when status == 400 -> new None("Amazon does not take this SKU (400).");
      case Reply.Answered _, Reply.Failed _, Reply.TryLater _ -> listing(Json.read(spent(reply).body()));
    };
  }

  private static Found listing(JsonCursor item) {
    String productType = ANY_TYPE;
    for (JsonCursor summary : item.at("summaries").items()) {
      String type = summary.at("productType").noteOrNull(TEXT_CHARS_MAX);
      productType = type != null && PRODUCT_TYPE.matcher(type).matches() ? type : productType;
    }
    boolean byAmazon = false;
    for (JsonCursor availability : item.at("fulfillmentAvailability").items()) {
      String code = String.valueOf(availability.at("fulfillmentChannelCode").noteOrNull(TEXT_CHARS_MAX));
      if (code.equals(SHIPPED_BY_SELLER)) {
        return new Listing(productType, StockTalk.count(availability.at("quantity")));
      }
      byAmazon |= code.startsWith(SHIPPED_BY_AMAZON);
    }
    return byAmazon
        ? new None("Amazon ships this SKU from its own stock, which is not ours to tell.")
        : new Listing(productType, null);
  }

  private Found patched(String productType, Level level) {
    talk.mustBeInTime();
    byte[] body =
        JsonText.bytes(
            object(
                "productType", productType,
                "patches",
                List.of(
                    object(
                        "op", "merge", "path", "/attributes/fulfillment_availability", "value",
                        List.of(
                            object("fulfillment_channel_code", SHIPPED_BY_SELLER, "quantity", level.units()))))));
    Reply reply =
        api.patch(new Operation(item(level.place()), RESTORED), new String(body, StandardCharsets.UTF_8));
    return switch (reply) {
      case Reply.NotFound _ -> new None("Amazon has no listing of this SKU in the marketplace.");
      case Reply.Failed(int status, _) when status == 400 || status == 413 || status == 415 ->
          new None("Amazon does not take this quantity (" + status + ").");
      case Reply.Answered _, Reply.Failed _, Reply.TryLater _ ->
          submitted(Json.read(spent(reply).body()), productType);
    };
  }

  private Found submitted(JsonCursor submission, String productType) {
    boolean accepted = submission.at("status").text(TEXT_CHARS_MAX).equals("ACCEPTED");
    for (JsonCursor issue : submission.at("issues").items()) {
      if (String.valueOf(issue.at("severity").noteOrNull(TEXT_CHARS_MAX)).equals("ERROR")) {
        String said = issue.at("message").noteOrNull(TEXT_CHARS_MAX);
        return new None(talk.words(said, "Amazon minds the listing and does not say why."));
      }
    }
    return accepted ? new Listing(productType, null) : new None("Amazon did not accept it and does not say why.");
  }

  private Outbound.Answer spent(Reply reply) {
    Outbound.Answer answer = talk.answer(reply);
    spentMillis.addAndGet(AmazonApi.pause(answer, RESTORED).toMillis());
    return answer;
  }

  private boolean isUsable(Place place) {
    return !place.channelSku().isBlank()
        && (place.location().isEmpty() || MARKETPLACE.matcher(place.location()).matches());
  }

  private static None unusable() {
    return new None("A rule's location must be the id of a marketplace at Amazon, and the SKU must not be blank.");
  }

  /** Where no marketplace is named, the first of the account's. */
  private String item(Place place) {
    String marketplace = place.location().isEmpty() ? marketplaces.getFirst() : place.location();
    return ITEMS + AmazonApi.encoded(seller) + "/" + AmazonApi.encoded(place.channelSku()) + "?marketplaceIds="
        + AmazonApi.encoded(marketplace);
  }
}
