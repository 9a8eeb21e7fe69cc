package dev.crossdock.channels.adapters.amazon;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/**
 * One of Amazon's marketplaces, by its published id.
 *
 * @param pricesIncludeTax whether its prices are shown with tax; only North America's north shows them without
 */
record Marketplace(String country, Currency currency, boolean pricesIncludeTax) {

  private static final Map<String, Marketplace> BY_ID =
      Map.ofEntries(
          Map.entry("ATVPDKIKX0DER", of("US", "USD")),
          Map.entry("A2EUQ1WTGCTBG2", of("CA", "CAD")),
          Map.entry("A1AM78C64UM0Y8", of("MX", "MXN")),
          Map.entry("A2Q3Y263D00KWC", of("BR", "BRL")),
          Map.entry("A28R8C7NBKEWEA", of("IE", "EUR")),
          Map.entry("A1RKKUPIHCS9HS", of("ES", "EUR")),
          Map.entry("A1F83G8C2ARO7P", of("GB", "GBP")),
          Map.entry("A13V1IB3VIYZZH", of("FR", "EUR")),
          Map.entry("AMEN7PMS3EDWL", of("BE", "EUR")),
          Map.entry("A1805IZSGTT6HS", of("NL", "EUR")),
          Map.entry("A1PA6795UKMFR9", of("DE", "EUR")),
          Map.entry("APJ6JRA9NG5V4", of("IT", "EUR")),
          Map.entry("A2NODRKZP88ZB9", of("SE", "SEK")),
          Map.entry("AE08WJ6YKNBMC", of("ZA", "ZAR")),
          Map.entry("A1C3SOZRARQ6R3", of("PL", "PLN")),
          Map.entry("ARBP9OOSHTCHU", of("EG", "EGP")),
          Map.entry("A33AVAJ2PDY3EV", of("TR", "TRY")),
          Map.entry("A17E79C6D8DWNP", of("SA", "SAR")),
          Map.entry("A2VIGQ35RCS4UG", of("AE", "AED")),
          Map.entry("A21TJRUUN4KGV", of("IN", "INR")),
          Map.entry("A19VAU5U5O7RUS", of("SG", "SGD")),
          Map.entry("A39IBJ37TRP1C6", of("AU", "AUD")),
          Map.entry("A1VC38T7YXB528", of("JP", "JPY")));

  /** Empty for an id that was not known when this was written. */
  static Optional<Marketplace> byId(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  private static Marketplace of(String country, String currency) {
    boolean withoutTax = country.equals("US") || country.equals("CA");
    return new Marketplace(country, Currency.getInstance(currency), !withoutTax);
  }
}
