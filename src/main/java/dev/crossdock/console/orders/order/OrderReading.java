package dev.crossdock.console.orders.order;

import dev.crossdock.customers.Contact;
import dev.crossdock.customers.PostalAddress;
import dev.crossdock.fulfilment.FulfilmentOrders.FulfilmentOrder;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.transfers.Transfer;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderDetails;
import dev.crossdock.orders.exceptions.ExceptionSearch;
import dev.crossdock.routing.Decisions.Decision;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page tells of, read in one transaction.
 *
 * @param version after which of its events the order is shown
 * @param decisions the newest first
 * @param locations by their codes
 * @param awaited transfers that bring units for it and are not over
 */
record OrderReading(
    OrderDetails.History history,
    int version,
    List<Decision> decisions,
    List<FulfilmentOrder> work,
    List<ExceptionSearch.Case> exceptions,
    Map<UUID, Contact> contacts,
    Map<UUID, PostalAddress> addresses,
    Map<UUID, String> notes,
    Map<String, Location> locations,
    List<Transfer> awaited) {

  Order order() {
    return history.at(version);
  }

  /** Whether the order is shown as it is now. */
  boolean live() {
    return version == history.entries().size();
  }

  String location(String code) {
    Location known = locations.get(code);
    return known == null ? code : known.name();
  }

  @Nullable Contact contact(@Nullable UUID ref) {
    return ref == null ? null : contacts.get(ref);
  }

  @Nullable String note(@Nullable UUID ref) {
    return ref == null ? null : notes.get(ref);
  }

  @Nullable PostalAddress address(@Nullable UUID ref) {
    return ref == null ? null : addresses.get(ref);
  }
}
