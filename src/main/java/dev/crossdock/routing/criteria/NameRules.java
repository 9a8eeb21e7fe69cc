package dev.crossdock.routing.criteria;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What holds for names that somebody else has given out. */
final class NameRules {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).collect(Collectors.toSet());
  private static final Pattern DESTINATION = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

  private NameRules() {}

  /** What is wrong with a name, or null. */
  static @Nullable String objection(Names names, String value) {
    return switch (names) {
      case COUNTRY ->
          COUNTRIES.contains(value) ? null : "must be a country's code in capitals (ISO 3166-1), such as DE";
      case DESTINATION ->
          DESTINATION.matcher(value).matches() && COUNTRIES.contains(value.substring(0, 2))
              ? null
              : "must be a country's code or a region's (ISO 3166), such as US or US-UT";
      case CURRENCY -> CURRENCIES.contains(value) ? null : "must be a currency's code (ISO 4217), such as EUR";
      case ANYTHING, LOCATION, LOCATION_TAG, ITEM_TAG, PROGRAMME, CARRIER -> null;
    };
  }
}
