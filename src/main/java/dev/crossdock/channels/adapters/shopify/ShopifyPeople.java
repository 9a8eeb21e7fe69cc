package dev.crossdock.channels.adapters.shopify;

import dev.crossdock.channels.IncomingAddress;
import dev.crossdock.channels.IncomingParty;
import dev.crossdock.channels.adapters.json.JsonCursor;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The buyer and the addresses. Anything may be missing: at the till, and where an app may not see personal data. */
final class ShopifyPeople {

  private static final int PART_CHARS_MAX = 300;

  private ShopifyPeople() {}

  static IncomingParty buyer(JsonCursor order) {
    JsonCursor customer = order.at("customer");
    JsonCursor billing = order.at("billing_address");
    return new IncomingParty(
        first(fullName(customer), fullName(billing), fullName(order.at("shipping_address"))),
        part(billing, "company"),
        first(part(order, "email"), part(order, "contact_email"), part(customer, "email")),
        first(part(order, "phone"), part(customer, "phone"), part(billing, "phone")));
  }

  static @Nullable IncomingAddress address(JsonCursor address) {
    if (!address.present()) {
      return null;
    }
    address.object();
    return new IncomingAddress(
        fullName(address),
        part(address, "company"),
        part(address, "address1"),
        part(address, "address2"),
        null,
        part(address, "city"),
        first(part(address, "province_code"), part(address, "province")),
        part(address, "zip"),
        first(part(address, "country_code"), part(address, "country")),
        part(address, "phone"),
        address.at("latitude").degreesOrNull(90),
        address.at("longitude").degreesOrNull(180));
  }

  private static @Nullable String fullName(JsonCursor person) {
    String parts =
        Arrays.stream(new @Nullable String[] {part(person, "first_name"), part(person, "last_name")})
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return first(part(person, "name"), parts.isEmpty() ? null : parts);
  }

  private static @Nullable String part(JsonCursor owner, String field) {
    return owner.at(field).textOrNull(PART_CHARS_MAX);
  }

  private static @Nullable String first(@Nullable String... candidates) {
    return Arrays.stream(candidates).filter(Objects::nonNull).findFirst().orElse(null);
  }
}
