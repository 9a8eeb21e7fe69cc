package dev.crossdock.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.time.SystemTime;
import dev.crossdock.testing.Db;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The door to personal data, on a real database. */
class PersonalDataTest {

  private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");
  private static final Cause CAUSE = Cause.of(Actor.system("test"), "test", new UUID(0, 1));

  @RegisterExtension
  final Db db = Db.fresh();

  private final Ids ids = new Ids(new SystemTime(), new Random(1));
  private final PersonalData data = new PersonalData(new byte[32], Retention.USUAL);
  private Door door;

  @BeforeEach
  void opens() {
    door = new Door(db.dataSource(), new SystemTime());
  }

  @Test
  void keepsWhatItIsGiven() {
    PersonalRecord contact = contact("Zoë O'Brien", "zoe@example.com", "+44 20 7946 0000");
    PersonalRecord address =
        new PersonalRecord(ids.next(), DataClass.SHIP_TO, "shopify", null, address("SW1A 1AA"), "ring \0 twice", null);

    put(contact, address);

    assertThat(read(Purpose.ORDER, contact, address)).containsExactlyInAnyOrder(contact, address);
  }

  @Test
  void showsEachPurposeOnlyWhatItNeeds() {
    PersonalRecord contact = contact("Ann", null, null);
    PersonalRecord bill = new PersonalRecord(ids.next(), DataClass.BILL_TO, "shopify", null, address("1"), null, null);
    put(contact, bill);

    assertThat(read(Purpose.ACCOUNTING, contact, bill)).containsExactlyInAnyOrder(contact, bill);
    assertThat(read(Purpose.FULFILMENT, contact, bill)).containsExactly(contact);
    assertThat(read(Purpose.NOTIFICATION, bill)).isEmpty();
  }

  @Test
  void readsWhatTheTransactionWroteAsItIsReadLater() {
    PersonalRecord contact = contact("Ann", "ann@example.com", null);
    PersonalRecord bill = new PersonalRecord(ids.next(), DataClass.BILL_TO, "shopify", null, address("1"), null, null);
    Set<UUID> refs = Set.of(contact.ref(), bill.ref());
    Map<UUID, PersonalRecord> meanwhile =
        door.write(
            Merchant.MAIN,
            CAUSE,
            tx -> {
              data.put(tx, List.of(contact, bill));
              return data.read(tx, refs, Purpose.FULFILMENT);
            });
    assertThat(meanwhile).isEqualTo(door.read(Merchant.MAIN, tx -> data.read(tx, refs, Purpose.FULFILMENT)));
  }

  @Test
  void readsNothingThatTheTransactionErased() {
    PersonalRecord contact = contact("Ann", "ann@example.com", null);
    Map<UUID, PersonalRecord> meanwhile =
        door.write(
            Merchant.MAIN,
            CAUSE,
            tx -> {
              data.put(tx, List.of(contact));
              data.erase(tx, Set.of(contact.ref()));
              return data.read(tx, Set.of(contact.ref()), Purpose.ORDER);
            });
    assertThat(meanwhile).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "zoe", "Zoë", "ZOE O'BRIEN", "obri zoe", "muller", "Müller", "zoe.obrien@ex", "zoe.obrien", "7946 0000",
      "+44 20 7946 0000", "020 7946 0000", "SW1A 1AA", "sw1a", "sw1a1aa", "acme"
  })
  void findsARecordBy(String text) {
    Contact who = new Contact("Zoë O'Brien-Müller", "Acme Ltd.", "Zoe.OBrien@example.com", "+44 (20) 7946-0000");
    PersonalRecord record =
        new PersonalRecord(ids.next(), DataClass.ORDER_CONTACT, "shopify", who, address("SW1A 1AA"), null, null);
    put(record, contact("Somebody Else", "else@example.org", "+1 212 555 0100"));

    assertThat(find(text)).containsExactly(record.ref());
  }

  @ParameterizedTest
  @ValueSource(strings = {"brien", "smith zoe", "zo", "", " ", "'", "\\", ":*", "& | !", "\0", "<0000", "0000 555"})
  void findsNothingBy(String text) {
    put(contact("Zoë O'Brien", "zoe@example.com", "+44 20 7946 0000"));

    assertThat(find(text)).isEmpty();
  }

  @Test
  void findsTheLatestFirstAndNoMoreThanAsked() {
    PersonalRecord first = contact("Ann One", null, null);
    PersonalRecord second = contact("Ann Two", null, null);
    put(first, second);

    assertThat(find("ann")).containsExactly(second.ref(), first.ref());
    assertThat(door.read(Merchant.MAIN, tx -> data.find(tx, "ann", 1)).getFirst()).isEqualTo(second.ref());
  }

  @Test
  void doesNotFindWhatIsNotForSearching() {
    put(new PersonalRecord(ids.next(), DataClass.BILL_TO, "shopify", new Contact("Ann", null, null, null), null, null,
        null));

    assertThat(find("ann")).isEmpty();
  }

  @Test
  void keepsMerchantsApart() {
    PersonalRecord ours = contact("Ann", "ann@example.com", null);
    put(ours);
    Merchant other = new Merchant(11);

    List<UUID> found = door.read(other, tx -> data.find(tx, "ann", 10));
    List<UUID> subject = door.read(other, tx -> data.ofSubject(tx, "ann@example.com"));
    int read = door.read(other, tx -> data.read(tx, Set.of(ours.ref()), Purpose.ORDER)).size();
    int erased = door.write(other, CAUSE, tx -> data.erase(tx, Set.of(ours.ref())));

    assertThat(found).isEmpty();
    assertThat(subject).isEmpty();
    assertThat(read + erased).isZero();
    assertThat(find("ann")).containsExactly(ours.ref());
  }

  @Test
  void findsAllRecordsOfOnePerson() {
    PersonalRecord first = contact("Ann", "Ann@Example.com ", null);
    PersonalRecord second = contact("A. Smith", "ann@example.com", "+1 212 555 0100");
    PersonalRecord other = contact("Ann", "ann@example.org", null);
    PersonalRecord caller = contact("Bob", null, "+1 (212) 555-0199");
    put(first, second, other, caller);

    List<UUID> byEmail = door.read(Merchant.MAIN, tx -> data.ofSubject(tx, "ANN@example.com"));
    List<UUID> byPhone = door.read(Merchant.MAIN, tx -> data.ofSubject(tx, "+1 212 5550199"));

    assertThat(byEmail).containsExactly(first.ref(), second.ref());
    assertThat(byPhone).containsExactly(caller.ref());
  }

  @Test
  void erasesForGoodAndOnce() {
    PersonalRecord record = contact("Xylophone Quartz", "xq@example.com", "+1 212 555 0100");
    PersonalRecord kept = contact("Ann", null, null);
    put(record, kept);

    assertThat(erase(record)).isEqualTo(1);
    assertThat(erase(record)).isZero();

    assertThat(read(Purpose.SUBJECT_REQUEST, record, kept)).containsExactly(kept);
    assertThat(find("xylophone")).isEmpty();
    List<UUID> subject = door.read(Merchant.MAIN, tx -> data.ofSubject(tx, "xq@example.com"));
    assertThat(subject).isEmpty();
    String row =
        JdbcClient.create(db.dataSource())
            .sql("select p::text from personal_data p where ref = :ref")
            .param("ref", record.ref())
            .query((found, number) -> found.getString(1))
            .single();
    assertThat(row).doesNotContainIgnoringCase("xylo").doesNotContain("example.com").contains("ORDER_CONTACT");
  }

  @Test
  void showsNothingInItsTextForms() {
    PersonalRecord record =
        new PersonalRecord(ids.next(), DataClass.SHIP_TO, "shopify", new Contact("Ann", "Acme", "a@b.c", "1"),
            address("10115"), "note", LATER);

    assertThat(record + " " + record.contact() + " " + record.address())
        .doesNotContain("Ann", "Acme", "a@b.c", "Street", "10115", "note")
        .contains("SHIP_TO", "DE");
  }

  @Test
  void wantsASecretNobodyGuesses() {
    assertThatThrownBy(() -> new PersonalData(new byte[31], Retention.USUAL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private PersonalRecord contact(String name, @Nullable String email, @Nullable String phone) {
    Contact contact = new Contact(name, null, email, phone);
    return new PersonalRecord(ids.next(), DataClass.ORDER_CONTACT, "shopify", contact, null, null, LATER);
  }

  private static PostalAddress address(String postalCode) {
    return new PostalAddress(
        null, null, "1 Long Street", null, null, "Town", null, postalCode, "DE", null, 50.5, null);
  }

  private void put(PersonalRecord... records) {
    door.write(
        Merchant.MAIN,
        CAUSE,
        tx -> {
          data.put(tx, List.of(records));
          return null;
        });
  }

  private List<PersonalRecord> read(Purpose purpose, PersonalRecord... records) {
    Set<UUID> refs = Set.copyOf(List.of(records).stream().map(PersonalRecord::ref).toList());
    return List.copyOf(door.read(Merchant.MAIN, tx -> data.read(tx, refs, purpose)).values());
  }

  private List<UUID> find(String text) {
    return door.read(Merchant.MAIN, tx -> data.find(tx, text, 100));
  }

  private int erase(PersonalRecord record) {
    return door.write(Merchant.MAIN, CAUSE, tx -> data.erase(tx, Set.of(record.ref())));
  }
}
