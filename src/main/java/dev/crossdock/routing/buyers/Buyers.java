package dev.crossdock.routing.buyers;

import dev.crossdock.customers.Buyer;
import dev.crossdock.customers.PersonalData;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.history.BuyerHistory;
import dev.crossdock.orders.history.BuyerHistory.Before;
import dev.crossdock.orders.history.BuyerHistory.Question;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.facts.OrderFacts.Customer;
import dev.crossdock.routing.internal.LastPlaceStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many orders came before from the same buyer, where the last of them was sent from, and whether a business buys:
 * three statements for any number of orders. One buyer's records are those with the same e-mail address or phone
 * number; orders of the same batch do not count yet.
 */
public final class Buyers {

  /** What channels call an order that a business placed. */
  private static final String BUSINESS = "business";

  private final PersonalData personalData;
  private final BuyerHistory history = new BuyerHistory();
  private final LastPlaceStore places = new LastPlaceStore();

  public Buyers(PersonalData personalData) {
    this.personalData = personalData;
  }

  /** Of each order, as it was when the order came. */
  public Map<OrderId, Customer> of(Tx tx, Collection<Order> orders) {
    Map<UUID, Buyer> known = personalData.buyers(tx, contacts(orders));
    Map<OrderId, Before> before = history.before(tx, questions(orders, known));
    Set<OrderId> latest = new HashSet<>();
    before.values().forEach(each -> latest.addAll(each.latest()));
    Map<OrderId, String> sentFrom = latest.isEmpty() ? Map.of() : places.places(tx, latest);
    Map<OrderId, Customer> customers = new HashMap<>();
    for (Order order : orders) {
      Before came = before.get(order.id());
      String last = came == null ? null : last(came.latest(), sentFrom);
      customers.put(
          order.id(), new Customer(came == null ? 0 : came.orders(), last, business(order, known)));
    }
    return customers;
  }

  private static Set<UUID> contacts(Collection<Order> orders) {
    Set<UUID> contacts = new HashSet<>();
    orders.stream().map(order -> order.parties().contact()).filter(Objects::nonNull).forEach(contacts::add);
    return contacts;
  }

  private static List<Question> questions(Collection<Order> orders, Map<UUID, Buyer> known) {
    List<Question> questions = new ArrayList<>();
    for (Order order : orders) {
      Buyer buyer = buyer(order, known);
      if (buyer != null) {
        questions.add(new Question(order.id(), order.receivedAt(), buyer.records()));
      }
    }
    return questions;
  }

  private static boolean business(Order order, Map<UUID, Buyer> known) {
    Buyer buyer = buyer(order, known);
    return (buyer != null && buyer.business()) || order.terms().tags().contains(BUSINESS);
  }

  private static @Nullable Buyer buyer(Order order, Map<UUID, Buyer> known) {
    UUID contact = order.parties().contact();
    return contact == null ? null : known.get(contact);
  }

  private static @Nullable String last(List<OrderId> latest, Map<OrderId, String> sentFrom) {
    return latest.stream().map(sentFrom::get).filter(Objects::nonNull).findFirst().orElse(null);
  }
}
