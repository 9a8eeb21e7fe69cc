package dev.crossdock.channels.internal;

import dev.crossdock.channels.IncomingAddress;
import dev.crossdock.channels.IncomingOrder;
import dev.crossdock.channels.IncomingParty;
import dev.crossdock.customers.Contact;
import dev.crossdock.customers.PersonalData;
import dev.crossdock.customers.PersonalRecord;
import dev.crossdock.customers.PostalAddress;
import dev.crossdock.customers.Purpose;
import dev.crossdock.orders.ChannelRef;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderBatch;
import dev.crossdock.orders.ResolvedOrder;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes personal data out of what a channel told and leaves references. What has not changed since the order was
 * last told keeps its reference, so that only a real change is one.
 */
final class PartyKeeper {

  private static final int TEXT_MAX = 300;
  private static final int NOTE_MAX = 4_000;

  private final PersonalData personalData;
  private final Ids ids;

  PartyKeeper(PersonalData personalData, Ids ids) {
    this.personalData = personalData;
    this.ids = ids;
  }

  /** References for each message, in the order in which they will be applied. */
  Map<Told, ResolvedOrder.Parties> keep(Tx tx, List<Told> told, OrderBatch batch) {
    Map<ChannelRef, Known> known = known(tx, told, batch);
    List<PersonalRecord> fresh = new ArrayList<>();
    Map<Told, ResolvedOrder.Parties> parties = new HashMap<>();
    for (Told one : told) {
      Known before = known.computeIfAbsent(one.ref(), ref -> new Known());
      parties.put(one, before.take(one, fresh));
    }
    personalData.put(tx, fresh);
    return parties;
  }

  /** Other records of these orders' buyers, by the record the order refers to. */
  Map<UUID, Set<UUID>> samePerson(Tx tx, Collection<ResolvedOrder> orders) {
    Set<UUID> contacts = new HashSet<>();
    orders.forEach(order -> Optional.ofNullable(order.parties().contact()).ifPresent(contacts::add));
    return personalData.ofSamePerson(tx, contacts);
  }

  private static boolean samePerson(Contact a, Contact b) {
    String one = a.email();
    String other = b.email();
    return one != null && other != null && one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }

  static boolean samePerson(IncomingParty a, IncomingParty b) {
    return samePerson(contact(a), contact(b));
  }

  static PostalAddress address(IncomingAddress address) {
    String country = CleanText.of(address.country(), TEXT_MAX);
    return new PostalAddress(
        CleanText.of(address.name(), TEXT_MAX),
        CleanText.of(address.company(), TEXT_MAX),
        CleanText.of(address.line1(), TEXT_MAX),
        CleanText.of(address.line2(), TEXT_MAX),
        CleanText.of(address.line3(), TEXT_MAX),
        CleanText.of(address.city(), TEXT_MAX),
        CleanText.of(address.region(), TEXT_MAX),
        CleanText.of(address.postalCode(), TEXT_MAX),
        country,
        CleanText.of(address.phone(), TEXT_MAX),
        address.latitude(),
        address.longitude());
  }

  private static Contact contact(IncomingParty party) {
    return new Contact(
        CleanText.of(party.name(), TEXT_MAX),
        CleanText.of(party.company(), TEXT_MAX),
        CleanText.of(party.email(), TEXT_MAX),
        CleanText.of(party.phone(), TEXT_MAX));
  }

  /** What is held of one order's people, while its messages are gone through. */
  private final class Known {
    private @Nullable UUID contactRef;
    private @Nullable Contact contact;
    private @Nullable UUID shipToRef;
    private @Nullable PostalAddress shipTo;
    private @Nullable String shipCountry;
    private @Nullable String shipRegion;
    private @Nullable UUID billToRef;
    private @Nullable PostalAddress billTo;
    private @Nullable UUID noteRef;
    private @Nullable String note;

    private ResolvedOrder.Parties take(Told told, List<PersonalRecord> fresh) {
      IncomingOrder order = told.order();
      String channel = told.ref().channel();
      Contact nextContact = order.buyer().equals(IncomingParty.UNKNOWN) ? null : contact(order.buyer());
      if (!erased(contactRef, contact) && !Objects.equals(contact, nextContact)) {
        contact = nextContact;
        contactRef = nextContact == null ? null : add(fresh, PersonalRecord.contact(ids.next(), channel, nextContact));
      }
      PostalAddress nextShipTo = order.shipTo() == null ? null : address(order.shipTo());
      if (!erased(shipToRef, shipTo) && !Objects.equals(shipTo, nextShipTo)) {
        shipTo = nextShipTo;
        shipCountry = country(shipTo);
        shipRegion = region(shipTo);
        shipToRef = nextShipTo == null ? null : add(fresh, PersonalRecord.address(ids.next(), channel, nextShipTo));
      }
      PostalAddress nextBillTo = order.billTo() == null ? null : address(order.billTo());
      if (!erased(billToRef, billTo) && !Objects.equals(billTo, nextBillTo)) {
        billTo = nextBillTo;
        billToRef = nextBillTo == null ? null : add(fresh, PersonalRecord.billTo(ids.next(), channel, nextBillTo));
      }
      takeNote(channel, CleanText.lines(order.note(), NOTE_MAX), fresh);
      return new ResolvedOrder.Parties(contactRef, shipToRef, billToRef, noteRef, shipCountry, shipRegion);
    }

    private void takeNote(String channel, @Nullable String next, List<PersonalRecord> fresh) {
      if (!erased(noteRef, note) && !Objects.equals(note, next)) {
        note = next;
        noteRef = next == null ? null : add(fresh, PersonalRecord.note(ids.next(), channel, next));
      }
    }
  }

  /** What was erased stays so: a channel that tells it again does not bring it back. */
  private static boolean erased(@Nullable UUID ref, @Nullable Object content) {
    return ref != null && content == null;
  }

  private static UUID add(List<PersonalRecord> fresh, PersonalRecord record) {
    fresh.add(record);
    return record.ref();
  }

  private static @Nullable String country(@Nullable PostalAddress address) {
    return address == null || address.country() == null ? null : address.country().toUpperCase(Locale.ROOT);
  }

  private static @Nullable String region(@Nullable PostalAddress address) {
    return address == null ? null : address.region();
  }

  private Map<ChannelRef, Known> known(Tx tx, List<Told> told, OrderBatch batch) {
    Map<ChannelRef, Known> known = new HashMap<>();
    Set<UUID> refs = new HashSet<>();
    for (Told one : told) {
      batch.order(one.ref()).map(Order::parties).ifPresent(parties -> refs.addAll(parties.refs()));
    }
    if (refs.isEmpty()) {
      return known;
    }
    Map<UUID, PersonalRecord> records = personalData.read(tx, refs, Purpose.ORDER);
    for (Told one : told) {
      batch.order(one.ref()).ifPresent(order -> known.put(one.ref(), held(order.parties(), records)));
    }
    return known;
  }

  private Known held(ResolvedOrder.Parties parties, Map<UUID, PersonalRecord> records) {
    Known known = new Known();
    known.contactRef = parties.contact();
    known.contact = of(parties.contact(), records, PersonalRecord::contact);
    known.shipToRef = parties.shipTo();
    known.shipTo = of(parties.shipTo(), records, PersonalRecord::address);
    known.shipCountry = parties.shipCountry();
    known.shipRegion = parties.shipRegion();
    known.billToRef = parties.billTo();
    known.billTo = of(parties.billTo(), records, PersonalRecord::address);
    known.noteRef = parties.note();
    known.note = of(parties.note(), records, PersonalRecord::notes);
    return known;
  }

  private static <T> @Nullable T of(
      @Nullable UUID ref, Map<UUID, PersonalRecord> records, Function<PersonalRecord, @Nullable T> part) {
    PersonalRecord record = ref == null ? null : records.get(ref);
    return record == null ? null : part.apply(record);
  }
}
