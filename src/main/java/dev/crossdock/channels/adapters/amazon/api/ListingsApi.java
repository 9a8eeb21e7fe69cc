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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Listings Items 2021-08-01, as far as quantities go. */
final class ListingsApi {

  private static final String ITEMS = "/listings/2021-08-01/items/";
  private static final String DATA = "&includedData=summaries,fulfillmentAvailability";
  private static final String SHIPPED_BY_SELLER = "DEFAULT";
  private static final String SHIPPED_BY_AMAZON = "AMAZON";
  private static final String ANY_TYPE = "PRODUCT";

  /** SKUs of one search. */
  static final int IDENTIFIERS_MAX = 20;

  private static final Pattern PRODUCT_TYPE = Pattern.compile("[A-Z0-9_]{1,100}");

  /** A reference: the product type and, unless a rule names one marketplace at a time, where the SKU is listed. */
  private static final Pattern REFERENCE =
      Pattern.compile("([A-Z0-9_]{1,100})(?:@([A-Z0-9]{8,20}(?:,[A-Z0-9]{8,20})*))?");
  private static final int REFERENCE_CHARS_MAX = 200;

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
   * @param marketplaces those asked for in which it is listed; a quantity is for all of them
   * @param units what it shows; null when it does not say
   */
  record Listing(String productType, List<String> marketplaces, @Nullable Integer units) implements Found {

    /** What is worth keeping of it for this place. */
    String reference(Place place) {
      String whole = productType + "@" + String.join(",", marketplaces);
      return place.location().isEmpty() && whole.length() <= REFERENCE_CHARS_MAX ? whole : productType;
    }
  }

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
    if (!isUsable(place)) {
      return unusable();
    }
    Found listing = kept(place).<Found>map(each -> each).orElseGet(() -> find(place, marketplaces(place)));
    return switch (listing) {
      case Listing there -> patched(there, level);
      case None none -> none;
    };
  }

  private Optional<Listing> kept(Place place) {
    Matcher reference = REFERENCE.matcher(String.valueOf(place.reference()));
    if (!reference.matches()) {
      return Optional.empty();
    }
    if (!place.location().isEmpty()) {
      return Optional.of(new Listing(reference.group(1), List.of(place.location()), null));
    }
    String listed = reference.group(2);
    if (listed == null) {
      return Optional.empty();
    }
    List<String> ours = Stream.of(listed.split(",")).filter(marketplaces::contains).toList();
    return ours.isEmpty() ? Optional.empty() : Optional.of(new Listing(reference.group(1), ours, null));
  }

  /** The listing, if there is one that the seller ships in one of these marketplaces. */
  private Found find(Place place, List<String> asked) {
    talk.mustBeInTime();
    Reply reply = api.get(new Operation(item(place, asked) + DATA, RESTORED));
    return switch (reply) {
      case Reply.NotFound _ -> new None("Amazon has no listing of this SKU in the marketplace.");
      case Reply.Failed(int status, _) when status == 400 -> new None("Amazon does not take this SKU (400).");
      case Reply.Answered _, Reply.Failed _, Reply.TryLater _ -> listing(Json.read(spent(reply).body()), asked);
    };
  }

  /** What is listed of these 20 at most, by SKU; a SKU with a comma is asked for by itself, for a comma parts SKUs. */
  Map<String, Listing> search(List<Place> places) {
    Map<String, Place> bySku = new LinkedHashMap<>();
    places.stream().filter(this::isUsable).forEach(place -> bySku.putIfAbsent(place.channelSku(), place));
    List<String> asked = places.stream().flatMap(place -> marketplaces(place).stream()).distinct().sorted().toList();
    List<String> plain = bySku.keySet().stream().filter(sku -> !sku.contains(",")).toList();
    Map<String, Listing> found = new HashMap<>();
    boolean searched = plain.isEmpty() || searched(plain, asked, found);
    for (Map.Entry<String, Place> each : bySku.entrySet()) {
      if (!searched || each.getKey().contains(",")) {
        add(found, each.getKey(), find(each.getValue(), asked));
      }
    }
    return found;
  }

  /** Whether Amazon took the question; it may mind one of the SKUs. */
  private boolean searched(List<String> skus, List<String> asked, Map<String, Listing> found) {
    talk.mustBeInTime();
    String path =
        ITEMS + AmazonApi.encoded(seller) + "?marketplaceIds="
            + asked.stream().map(AmazonApi::encoded).collect(Collectors.joining(","))
            + "&identifiersType=SKU&identifiers="
            + skus.stream().map(AmazonApi::encoded).collect(Collectors.joining(",")) + DATA + "&pageSize="
            + IDENTIFIERS_MAX;
    Reply reply = api.get(new Operation(path, RESTORED));
    if (reply instanceof Reply.Failed(int status, _) && status == 400) {
      return false;
    }
    for (JsonCursor item : Json.read(spent(reply).body()).at("items").items()) {
      String sku = item.at("sku").noteOrNull(TEXT_CHARS_MAX);
      if (sku != null && skus.contains(sku)) {
        add(found, sku, listing(item, asked));
      }
    }
    return true;
  }

  private static void add(Map<String, Listing> found, String sku, Found one) {
    if (one instanceof Listing listing) {
      found.put(sku, listing);
    }
  }

  private static Found listing(JsonCursor item, List<String> asked) {
    String productType = ANY_TYPE;
    Set<String> listed = new TreeSet<>();
    for (JsonCursor summary : item.at("summaries").items()) {
      String type = summary.at("productType").noteOrNull(TEXT_CHARS_MAX);
      productType = type != null && PRODUCT_TYPE.matcher(type).matches() ? type : productType;
      String marketplace = summary.at("marketplaceId").noteOrNull(TEXT_CHARS_MAX);
      if (marketplace != null && asked.contains(marketplace)) {
        listed.add(marketplace);
      }
    }
    List<String> there = listed.isEmpty() ? asked : List.copyOf(listed);
    boolean byAmazon = false;
    for (JsonCursor availability : item.at("fulfillmentAvailability").items()) {
      String code = String.valueOf(availability.at("fulfillmentChannelCode").noteOrNull(TEXT_CHARS_MAX));
      if (code.equals(SHIPPED_BY_SELLER)) {
        return new Listing(productType, there, StockTalk.count(availability.at("quantity")));
      }
      byAmazon |= code.startsWith(SHIPPED_BY_AMAZON);
    }
    return byAmazon
        ? new None("Amazon ships this SKU from its own stock, which is not ours to tell.")
        : new Listing(productType, there, null);
  }

  private Found patched(Listing listing, Level level) {
    talk.mustBeInTime();
    byte[] body =
        JsonText.bytes(
            object(
                "productType", listing.productType(),
                "patches",
                List.of(
                    object(
                        "op", "merge", "path", "/attributes/fulfillment_availability", "value",
                        List.of(
                            object("fulfillment_channel_code", SHIPPED_BY_SELLER, "quantity", level.units()))))));
    Reply reply =
        api.patch(
            new Operation(item(level.place(), listing.marketplaces()), RESTORED),
            new String(body, StandardCharsets.UTF_8));
    return switch (reply) {
      case Reply.NotFound _ -> new None("Amazon has no listing of this SKU in the marketplace.");
      case Reply.Failed(int status, _) when status == 400 || status == 413 || status == 415 ->
          new None("Amazon does not take this quantity (" + status + ").");
      case Reply.Answered _, Reply.Failed _, Reply.TryLater _ ->
          submitted(Json.read(spent(reply).body()), listing);
    };
  }

  private Found submitted(JsonCursor submission, Listing listing) {
    boolean accepted = submission.at("status").text(TEXT_CHARS_MAX).equals("ACCEPTED");
    for (JsonCursor issue : submission.at("issues").items()) {
      if (String.valueOf(issue.at("severity").noteOrNull(TEXT_CHARS_MAX)).equals("ERROR")) {
        String said = issue.at("message").noteOrNull(TEXT_CHARS_MAX);
        return new None(talk.words(said, "Amazon minds the listing and does not say why."));
      }
    }
    return accepted ? listing : new None("Amazon did not accept it and does not say why.");
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

  /** Where no marketplace is named, all of the account's. */
  private List<String> marketplaces(Place place) {
    return place.location().isEmpty() ? marketplaces : List.of(place.location());
  }

  private String item(Place place, List<String> listed) {
    return ITEMS + AmazonApi.encoded(seller) + "/" + AmazonApi.encoded(place.channelSku()) + "?marketplaceIds="
        + listed.stream().map(AmazonApi::encoded).collect(Collectors.joining(","));
  }
}
