package dev.crossdock.console.orders.list;

import dev.crossdock.channels.Channel;
import dev.crossdock.channels.ChannelRegistry;
import dev.crossdock.console.kit.Deadline;
import dev.crossdock.console.kit.Watch;
import dev.crossdock.console.orders.OrderWords;
import dev.crossdock.console.orders.list.OrdersView.Line;
import dev.crossdock.customers.Contact;
import dev.crossdock.customers.PersonalData;
import dev.crossdock.customers.PostalAddress;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderSearch.Row;
import dev.crossdock.platform.db.Tx;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the lines of the table: what the orders say, and the names of the people from where personal data stands. */
@Component
final class LineMaker {

  private final PersonalData people;
  private final ChannelRegistry channels;

  LineMaker(PersonalData people, ChannelRegistry channels) {
    this.people = people;
    this.channels = channels;
  }

  /**
   * The lines of these orders.
   *
   * @param matching the orders that the filter finds; the others are marked as gone
   */
  List<Line> lines(Tx tx, List<Row> rows, Watch watch, Set<OrderId> matching) {
    Map<UUID, Contact> contacts = people.contacts(tx, refs(rows, Row::contact));
    Map<UUID, PostalAddress> addresses = people.addresses(tx, refs(rows, Row::shipTo));
    return rows.stream()
        .map(row -> line(row, name(row, contacts, addresses), watch, !matching.contains(row.id())))
        .toList();
  }

  private Line line(Row row, String name, Watch watch, boolean gone) {
    boolean done = OrderWords.done(row.headline().word());
    Deadline due = row.shipBy() == null ? null : done ? watch.past(row.shipBy()) : watch.deadline(row.shipBy());
    return new Line(
        "o-" + row.id(),
        "/console/orders/" + row.id(),
        row.number(),
        row.test(),
        channels.find(row.channel().channel()).map(Channel::displayName).orElse(row.channel().channel()),
        row.externalNumber(),
        name,
        row.shipCountry() == null ? "" : row.shipCountry(),
        OrderWords.badge(row.headline()),
        OrderWords.bar(row.units()),
        due,
        watch.when(row.placedAt()),
        OrderWords.total(row.total(), row.currency()),
        gone);
  }

  private static String name(Row row, Map<UUID, Contact> contacts, Map<UUID, PostalAddress> addresses) {
    Contact contact = row.contact() == null ? null : contacts.get(row.contact());
    PostalAddress address = row.shipTo() == null ? null : addresses.get(row.shipTo());
    return first(
        contact == null ? null : contact.name(),
        contact == null ? null : contact.company(),
        address == null ? null : address.name(),
        address == null ? null : address.company(),
        contact == null ? null : contact.email());
  }

  private static String first(@Nullable String... names) {
    for (String name : names) {
      if (name != null && !name.isBlank()) {
        return name;
      }
    }
    return "";
  }

  private static Set<UUID> refs(List<Row> rows, Function<Row, @Nullable UUID> ref) {
    return rows.stream().map(ref).filter(Objects::nonNull).collect(Collectors.toSet());
  }
}
