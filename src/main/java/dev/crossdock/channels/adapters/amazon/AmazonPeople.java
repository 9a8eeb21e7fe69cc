package dev.crossdock.channels.adapters.amazon;

import dev.crossdock.channels.IncomingAddress;
import dev.crossdock.channels.IncomingParty;
import dev.crossdock.channels.adapters.json.JsonCursor;
import org.jspecify.annotations.Nullable;

/**
 * The buyer and where to ship to. E-mail addresses are Amazon's proxies. Any part may be missing or empty: without the
 * role for personal data only place, region, postal code and country are told, and for orders Amazon ships often less.
 */
final class AmazonPeople {

  private static final int PART_CHARS_MAX = 300;

  private AmazonPeople() {}

  static IncomingParty buyer2026(JsonCursor order) {
    JsonCursor buyer = order.at("buyer");
    JsonCursor address = order.at("recipient").at("deliveryAddress");
    return new IncomingParty(
        part(buyer, "buyerName"), part(buyer, "buyerCompanyName"), part(buyer, "buyerEmail"), part(address, "phone"));
  }

  static IncomingParty buyerV0(JsonCursor order, JsonCursor address) {
    JsonCursor buyer = order.at("BuyerInfo");
    String company = part(buyer.at("BuyerTaxInfo"), "CompanyLegalName");
    return new IncomingParty(
        part(buyer, "BuyerName"),
        company == null ? part(address, "BuyerCompanyName") : company,
        part(buyer, "BuyerEmail"),
        part(shipping(order, address), "Phone"));
  }

  static @Nullable IncomingAddress address2026(JsonCursor order) {
    JsonCursor address = order.at("recipient").at("deliveryAddress");
    if (!address.present()) {
      return null;
    }
    address.object();
    return new IncomingAddress(
        part(address, "name"),
        part(address, "companyName"),
        part(address, "addressLine1"),
        part(address, "addressLine2"),
        part(address, "addressLine3"),
        first(part(address, "city"), part(address, "municipality")),
        first(part(address, "stateOrRegion"), part(address, "districtOrCounty")),
        part(address, "postalCode"),
        part(address, "countryCode"),
        part(address, "phone"),
        null,
        null);
  }

  static @Nullable IncomingAddress addressV0(JsonCursor order, JsonCursor fetched) {
    JsonCursor address = shipping(order, fetched);
    if (!address.present()) {
      return null;
    }
    address.object();
    return new IncomingAddress(
        part(address, "Name"),
        part(address, "CompanyName"),
        part(address, "AddressLine1"),
        part(address, "AddressLine2"),
        part(address, "AddressLine3"),
        first(part(address, "City"), part(address, "Municipality"), part(address, "District")),
        first(part(address, "StateOrRegion"), part(address, "County")),
        part(address, "PostalCode"),
        part(address, "CountryCode"),
        part(address, "Phone"),
        null,
        null);
  }

  /** The address that was fetched by itself is the fuller one. */
  private static JsonCursor shipping(JsonCursor order, JsonCursor fetched) {
    JsonCursor own = fetched.at("ShippingAddress");
    return own.present() ? own : order.at("ShippingAddress");
  }

  private static @Nullable String part(JsonCursor owner, String field) {
    return owner.at(field).textOrNull(PART_CHARS_MAX);
  }

  private static @Nullable String first(@Nullable String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null) {
        return candidate;
      }
    }
    return null;
  }
}
