package dev.crossdock.channels.adapters.woocommerce;

import dev.crossdock.channels.IncomingAddress;
import dev.crossdock.channels.IncomingParty;
import dev.crossdock.channels.adapters.json.JsonCursor;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The buyer, often a guest, and the addresses; a shipping address left empty means the billing address. */
final class WooPeople {

  private static final int PART_CHARS_MAX = 300;

  /** A shop fills in country and state by itself, so they alone make no address. */
  private static final List<String> TYPED_IN =
      List.of("first_name", "last_name", "company", "address_1", "address_2", "city", "postcode");

  private WooPeople() {}

  static IncomingParty buyer(JsonCursor order) {
    JsonCursor billing = order.at("billing");
    String name = name(billing);
    return new IncomingParty(
        name == null ? name(order.at("shipping")) : name,
        part(billing, "company"),
        part(billing, "email"),
        part(billing, "phone"));
  }

  static @Nullable IncomingAddress shipTo(JsonCursor order) {
    IncomingAddress shipping = address(order.at("shipping"));
    IncomingAddress billing = address(order.at("billing"));
    if (shipping == null || shipping.phone() != null || billing == null) {
      return shipping == null ? billing : shipping;
    }
    return address(order.at("shipping"), billing.phone());
  }

  static @Nullable IncomingAddress address(JsonCursor address) {
    boolean empty = TYPED_IN.stream().allMatch(field -> part(address, field) == null);
    return empty ? null : address(address, part(address, "phone"));
  }

  private static IncomingAddress address(JsonCursor address, @Nullable String phone) {
    return new IncomingAddress(
        name(address),
        part(address, "company"),
        part(address, "address_1"),
        part(address, "address_2"),
        null,
        part(address, "city"),
        part(address, "state"),
        part(address, "postcode"),
        part(address, "country"),
        phone,
        null,
        null);
  }

  private static @Nullable String name(JsonCursor person) {
    String name =
        Stream.of("first_name", "last_name")
            .map(field -> part(person, field))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? null : name;
  }

  private static @Nullable String part(JsonCursor owner, String field) {
    String text = owner.at(field).textOrNull(PART_CHARS_MAX);
    return text == null ? null : WooText.plain(text);
  }
}
