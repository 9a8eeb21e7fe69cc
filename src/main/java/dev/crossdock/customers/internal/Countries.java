package dev.crossdock.customers.internal;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The countries of ISO 3166-1, and Kosovo by its customary code. */
public final class Countries {

  /** Codes people use that are not the country's. */
  private static final Map<String, String> ALIASES = Map.of("UK", "GB", "EL", "GR");

  private static final Map<String, Country> BY_CODE =
      Tables.read(
              "countries.csv",
              line ->
                  new Country(
                      line.getField("country"),
                      Tables.point(line),
                      Country.Need.of(line.getField("postcode")),
                      Country.Need.of(line.getField("region")),
                      Country.Need.of(line.getField("city")),
                      Tables.words(line.getField("formats")),
                      line.getField("example")))
          .stream()
          .collect(Collectors.toUnmodifiableMap(Country::code, Function.identity()));

  private Countries() {}

  /** The country of a code, in any case; customary codes count. */
  public static Optional<Country> find(@Nullable String code) {
    if (code == null || code.length() > AddressText.LENGTH_MAX) {
      return Optional.empty();
    }
    String compact = AddressText.compact(code);
    return Optional.ofNullable(BY_CODE.get(ALIASES.getOrDefault(compact, compact)));
  }

  static boolean isAlias(@Nullable String code) {
    return ALIASES.containsKey(AddressText.compact(code));
  }
}
