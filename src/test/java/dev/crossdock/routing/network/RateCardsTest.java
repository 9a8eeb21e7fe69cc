package dev.crossdock.routing.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crossdock.customers.GeoPoint;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.platform.money.Money;
import dev.crossdock.routing.facts.Destination;
import dev.crossdock.routing.facts.Place;
import dev.crossdock.routing.facts.PlaceLoad;
import dev.crossdock.routing.facts.PlaceProfile;
import dev.crossdock.routing.facts.Tariffs.Load;
import dev.crossdock.routing.facts.Tariffs.Quote;
import dev.crossdock.routing.network.RateCardInput.From;
import dev.crossdock.routing.network.RateCardInput.Zone;
import dev.crossdock.routing.network.internal.CardRules;
import dev.crossdock.routing.network.internal.Entries.Wanted;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices of parcels by zones, weights and surcharges. */
class RateCardsTest {

  private static final Instant FRIDAY = Instant.parse("2026-11-20T17:00:00Z");
  private static final Location LEEDS = location("LEEDS", "GB", "Europe/London");
  private static final Location BERLIN = location("BERLIN", "DE", "Europe/Berlin");
  private static final Location NYC = location("NYC", "US", "America/New_York");
  private static final List<Location> ALL = List.of(LEEDS, BERLIN, NYC);

  private final RateCards cards =
      RateCards.of(
          List.of(
              card(
                  britain(), zone("mainland", "GB", 1, "3.50", "5.00", "7.25"),
                  postal("ireland", 2, List.of("GB BT"), "6.00", "8.00", null),
                  postal("highlands", 3, List.of("GB AB30-AB38", "GB IV", "GB KW"), "9.00", "12.00", "15.00"),
                  postal("belfast", 1, List.of("GB BT1"), "5.00", "7.00", "9.00"),
                  postal("islands", 4, List.of("JE JE", "GG GY", "IM IM"), "10.00", "14.00", "18.00")),
              card(
                  europe(), zone("germany", "DE", 2, "4.00", "5.00", "6.00"),
                  postal("berlin", 1, List.of("DE 10-14"), "2.00", "3.00", "4.00"),
                  zone("spain", "ES", 4, "9.00", "11.00", "13.00"),
                  postal("canaries", 9, List.of("ES 35", "ES 38"), "19.00", "25.00", "31.00")),
              card(
                  america(),
                  new Zone("alaska", 7, null, List.of("US-AK"), null, null, prices("20", "30", "40"), null),
                  new Zone("near", 1, null, null, null, "0-80", prices("2", "3", "4"), null),
                  zone("states", "US", 4, "8", "10", "12"),
                  new Zone("far", null, null, null, null, "80-20000", prices("90", "95", "99"), "7"))),
          ALL);

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
      "LEEDS, GB, LS1 4AP, 3.50",
      "LEEDS, GB, -, 3.50",
      "LEEDS, GB, BT28 1AA, 6.00",
      "LEEDS, GB, bt1 5gs, 5.00",
      "LEEDS, GB, BT11 8BT, 6.00",
      "LEEDS, GB, B1 1BB, 3.50",
      "LEEDS, GB, AB10 1AB, 3.50",
      "LEEDS, GB, AB30 1AB, 9.00",
      "LEEDS, GB, AB381AB, 9.00",
      "LEEDS, GB, AB39 1AB, 3.50",
      "LEEDS, GB, IV1 1AA, 9.00",
      "LEEDS, GB, somewhere, 3.50",
      "LEEDS, JE, JE2 3QA, 10.00",
      "LEEDS, GG, GY1 1WA, 10.00",
      "LEEDS, IM, IM1 1AA, 10.00",
      "LEEDS, JE, -, -",
      "LEEDS, FR, 75001, -",
      "BERLIN, DE, 10115, 2.00",
      "BERLIN, DE, 14199, 2.00",
      "BERLIN, DE, 15230, 4.00",
      "BERLIN, DE, -, 4.00",
      "BERLIN, ES, 28013, 9.00",
      "BERLIN, ES, 35001, 19.00",
      "BERLIN, ES, 38660, 19.00",
      "BERLIN, -, 10115, -",
  })
  void takesTheMostSpecificZone(
      String from, @Nullable String country, @Nullable String postalCode, @Nullable String price) {
    List<Quote> quotes = cards.quotes(at(from, null), to(country, null, postalCode), grams(500), FRIDAY);

    assertThat(quotes.stream().map(RateCardsTest::text).findFirst()).isEqualTo(Optional.ofNullable(price));
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
      "US, AK, 30, 20.00",
      "US, NY, 30, 8.00",
      "US, -, -, 8.00",
      "MX, -, 79.9, 2.00",
      "MX, -, 80, 90.00",
      "MX, -, -, -",
  })
  void takesRegionThenCountryThenDistance(
      @Nullable String country, @Nullable String region, @Nullable Double km, @Nullable String price) {
    List<Quote> quotes = cards.quotes(at("NYC", km), to(country, region, "99501"), grams(500), FRIDAY);

    assertThat(quotes.stream().map(RateCardsTest::text).findFirst()).isEqualTo(Optional.ofNullable(price));
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
      "0, 3.50, a weight nobody knows is the lightest",
      "1, 3.50, the least",
      "1000, 3.50, just at a step",
      "1001, 5.00, just over it",
      "5000, 5.00, just at the next",
      "20000, 7.25, just at the last",
      "20001, 8.15, a begun kilogram more",
      "21000, 8.15, a whole one",
      "21001, 9.05, a second begun",
      "30000, 16.25, just at the most",
      "30001, -, over the most",
  })
  void pricesByWeight(long grams, @Nullable String price, String why) {
    List<Quote> quotes = cards.quotes(at("LEEDS", null), to("GB", null, "LS1 4AP"), grams(grams), FRIDAY);

    assertThat(quotes.stream().map(RateCardsTest::text).findFirst()).as(why).isEqualTo(Optional.ofNullable(price));
  }

  @Test
  void addsSurchargesOrRefuses() {
    Destination leeds = to("GB", null, "LS1 4AP");

    assertThat(answer("LEEDS", leeds, new Load(500, 0, true, false)).quote())
        .isNotNull()
        .satisfies(quote -> assertThat(quote.price()).isEqualTo(1_350));
    assertThat(answer("LEEDS", leeds, new Load(500, 0, false, true)).whyNot()).isEqualTo(WhyNot.HAZMAT);
    assertThat(answer("LEEDS", leeds, new Load(500, 1_201, false, false)).whyNot()).isEqualTo(WhyNot.TOO_LONG);
    assertThat(answer("LEEDS", leeds, new Load(500, 1_200, false, false)).quote()).isNotNull();
    assertThat(answer("LEEDS", to("GB", null, "BT9 5AB"), grams(6_000)).whyNot()).isEqualTo(WhyNot.TOO_HEAVY);
    assertThat(answer("LEEDS", to("FR", null, null), grams(500)).whyNot()).isEqualTo(WhyNot.NO_ZONE);
    assertThat(answer("LEEDS", to("JE", null, null), grams(500)).whyNot()).isEqualTo(WhyNot.POSTAL_CODE_UNKNOWN);
    assertThat(answer("BERLIN", leeds, grams(500)).whyNot()).isEqualTo(WhyNot.FROM);
  }

  /** Leeds collects from Monday to Saturday, and not on Monday the 23rd. */
  @ParameterizedTest
  @CsvSource({
      "2026-11-19T17:00:00Z, LS1 4AP, 2026-11-20T18:00:00Z",
      "2026-11-20T17:00:00Z, LS1 4AP, 2026-11-21T18:00:00Z",
      "2026-11-21T17:00:00Z, LS1 4AP, 2026-11-24T18:00:00Z",
      "2026-11-22T17:00:00Z, LS1 4AP, 2026-11-25T18:00:00Z",
      "2026-11-20T17:00:00Z, IV1 1AA, 2026-11-25T18:00:00Z",
      "2026-06-05T17:00:00Z, LS1 4AP, 2026-06-06T17:00:00Z",
  })
  void arrivesAfterSoManyDaysOfTheCarrier(Instant leaves, String postalCode, Instant arrives) {
    assertThat(cards.quotes(at("LEEDS", null), to("GB", null, postalCode), grams(500), leaves))
        .extracting(Quote::arrives)
        .containsExactly(arrives);
  }

  @Test
  void leavesTheArrivalOpenWhereTheCardDoesNotTell() {
    assertThat(cards.quotes(at("NYC", 100.0), to("MX", null, null), grams(500), FRIDAY))
        .singleElement()
        .satisfies(quote -> assertThat(quote.arrives()).isNull());
  }

  @Test
  void letsOneCardCountForAServiceAndTheCheapestComeFirst() {
    RateCardInput usual = priced("USUAL", "Post", "Parcel", "GBP", 100, null);
    RateCards several =
        RateCards.of(
            List.of(
                card(usual, zone("all", "GB", 1, "5")),
                card(priced("SALE", "Post", "Parcel", "GBP", 50, "2026-11-20T17:00:01Z"), zone("all", "GB", 1, "4")),
                card(priced("LOCAL", "Post", "Parcel", "GBP", 10, null), zone("all", "IE", 1, "1")),
                card(priced("DEAR", "Swift", "Next day", "GBP", 100, null), zone("all", "GB", 1, "9")),
                card(priced("CHEAP", "Snail", "Some day", "GBP", 100, null), zone("all", "GB", 1, "2")),
                card(priced("EURO", "Abroad", "Parcel", "EUR", 100, null), zone("all", "GB", 1, "3"))),
            ALL);
    Destination to = to("GB", null, null);

    assertThat(several.quotes(at("LEEDS", null), to, grams(1), FRIDAY))
        .extracting(RateCardsTest::text)
        .containsExactly("3.00", "2.00", "4.00", "9.00");
    assertThat(several.quotes(at("LEEDS", null), to, grams(1), FRIDAY.plusSeconds(1)))
        .extracting(RateCardsTest::text)
        .containsExactly("3.00", "2.00", "5.00", "9.00");
    assertThat(several.answers(at("LEEDS", null), to, grams(1), FRIDAY))
        .extracting(CardAnswer::card, CardAnswer::whyNot)
        .containsExactly(
            tuple("EURO", null),
            tuple("LOCAL", WhyNot.NO_ZONE),
            tuple("SALE", null),
            tuple("USUAL", WhyNot.ANOTHER_CARD),
            tuple("CHEAP", null),
            tuple("DEAR", null));
  }

  @Test
  void quotesTheSameFromALocationItWasNotIndexedFor() {
    Location elsewhere = location("PARIS", "GB", "Europe/Paris");
    Place from = new Place(elsewhere, PlaceProfile.PLAIN, PlaceLoad.NONE, null);

    assertThat(cards.quotes(from, to("GB", null, "LS1 4AP"), grams(500), FRIDAY)).hasSize(1);
  }

  @Test
  void namesEveryWrongFieldAtOnce() {
    RateCardInput wrong =
        new RateCardInput(
            "no such code!", null, null, "Parcel", "XXQ", -1, new From(List.of("NOWHERE"), List.of("Britain")),
            "tomorrow", null, 0, null, "cheap", null, List.of("FUNDAY"), List.of("Christmas"), "evening",
            List.of(1000, 1000),
            Arrays.asList(
                new Zone("a", -1, null, List.of("California"), List.of("GB B7-A1", "DE 1-22"), "9-1", prices("1"), "x"),
                null,
                new Zone("a", null, List.of("GB"), null, null, null, null, null)));
    List<ItemError> errors = new ArrayList<>();

    assertThat(CardRules.judge(3, wrong, Set.of("LEEDS"), errors)).isNull();
    assertThat(errors).allSatisfy(error -> assertThat(error.index()).isEqualTo(3));
    assertThat(errors)
        .extracting(ItemError::field)
        .containsExactlyInAnyOrder(
            "code", "carrier", "currency", "priority", "from.locations[0]", "from.countries[0]", "validFrom",
            "maxGrams", "oversize", "collects[0]", "noCollection[0]", "deliveredBy", "steps[1]", "zones[1]",
            "zones[0].transitDays", "zones[0].regions[0]", "zones[0].postalCodes[0]", "zones[0].postalCodes[1]",
            "zones[0].distanceKm", "zones[0].prices", "zones[0].perFurtherKg", "zones[1].zone", "zones[1].prices");
  }

  @Test
  void refusesPostalCodesThatTwoZonesClaim() {
    List<ItemError> errors = new ArrayList<>();
    RateCardInput input =
        with(
            europe(), postal("a", 1, List.of("DE 10-14"), "1", "1", "1"),
            postal("b", 1, List.of("DE 14-16", "DE 101"), "1", "1", "1"));

    assertThat(CardRules.judge(0, input, Set.of("BERLIN"), errors)).isNull();
    assertThat(errors).singleElement().isEqualTo(
        new ItemError(0, "zones[1].postalCodes[0]", "overlap", "It overlaps with another range of this card."));
  }

  private CardAnswer answer(String from, Destination to, Load load) {
    return cards.answers(at(from, null), to, load, FRIDAY).stream()
        .filter(answer -> answer.card().equals("BRITAIN"))
        .findFirst()
        .orElseThrow();
  }

  private static RateCardInput britain() {
    return new RateCardInput(
        "BRITAIN", null, "Royal", "Tracked", "GBP", null, new From(null, List.of("GB")), null, null, 30_000, 1_200,
        "10.00", null, List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"),
        List.of("2026-11-23"), null, List.of(1_000, 5_000, 20_000), null);
  }

  private static RateCardInput europe() {
    return new RateCardInput(
        "EUROPE", null, "Paket", "Standard", "EUR", null, new From(List.of("BERLIN"), null), null, null, null, null,
        null, null, null, null, null, List.of(1_000, 5_000, 20_000), null);
  }

  private static RateCardInput america() {
    return new RateCardInput(
        "AMERICA", null, "States", "Ground", "USD", null, new From(List.of("NYC"), null), null, null, null, null, null,
        null, null, null, null, List.of(1_000, 5_000, 20_000), null);
  }

  private static RateCardInput priced(
      String code, String carrier, String service, String currency, int priority, @Nullable String validTo) {
    return new RateCardInput(
        code, null, carrier, service, currency, priority, null, null, validTo, null, null, null, null, null, null,
        null, List.of(1_000), null);
  }

  private static RateCardInput with(RateCardInput card, Zone... zones) {
    return new RateCardInput(
        card.code(), null, card.carrier(), card.service(), card.currency(), card.priority(), card.from(),
        card.validFrom(), card.validTo(), card.maxGrams(), card.maxLongestMm(), card.oversize(), card.hazmat(),
        card.collects(), card.noCollection(), card.deliveredBy(), card.steps(), List.of(zones));
  }

  private static Kept<RateCard> card(RateCardInput input, Zone... zones) {
    List<ItemError> errors = new ArrayList<>();
    Wanted<RateCard> judged =
        Objects.requireNonNull(
            CardRules.judge(0, with(input, zones), Set.of("LEEDS", "BERLIN", "NYC"), errors), errors::toString);
    return new Kept<>(judged.name(), 1, FRIDAY, Objects.requireNonNull(judged.content()));
  }

  private static Zone zone(String name, String country, int days, @Nullable String... prices) {
    String perFurtherKg = name.equals("mainland") ? "0.90" : null;
    return new Zone(name, days, List.of(country), null, null, null, prices(prices), perFurtherKg);
  }

  private static Zone postal(String name, int days, List<String> postalCodes, @Nullable String... prices) {
    return new Zone(name, days, null, null, List.copyOf(postalCodes), null, prices(prices), null);
  }

  private static List<@Nullable String> prices(@Nullable String... prices) {
    return Arrays.asList(prices);
  }

  private static Load grams(long grams) {
    return new Load(grams, 0, false, false);
  }

  private static Destination to(@Nullable String country, @Nullable String region, @Nullable String postalCode) {
    return new Destination(country, region, postalCode, new GeoPoint(0, 0));
  }

  private static Place at(String code, @Nullable Double km) {
    Location location = ALL.stream().filter(each -> each.code().equals(code)).findFirst().orElseThrow();
    return new Place(location, PlaceProfile.PLAIN, PlaceLoad.NONE, km);
  }

  private static Location location(String code, String country, String zone) {
    return new Location(
        code, code, LocationKind.WAREHOUSE, country, null, null, null, null, null, ZoneId.of(zone), 100, true, 1);
  }

  private static String text(Quote quote) {
    return new Money(quote.price(), Currency.getInstance(quote.currency())).text();
  }
}
