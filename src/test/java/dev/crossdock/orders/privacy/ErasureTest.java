package dev.crossdock.orders.privacy;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.IncomingLine;
import dev.crossdock.customers.DataClass;
import dev.crossdock.customers.Kept;
import dev.crossdock.customers.Purpose;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.ResolvedOrder;
import dev.crossdock.testing.Oms;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Buyers' notes and all other personal data, from the channel to the day they are erased. */
class ErasureTest {

  private static final String NOTE = "Happy birthday, Grace!\nYours, Ada";

  private final Oms oms = new Oms().sells("A-1", 100);

  @AfterEach
  void close() {
    oms.close();
  }

  @Test
  void keepsTheBuyersNoteBehindTheDoorOnly() {
    oms.told(anOrder("1").line("A-1", 1).note("  Happy\tbirthday, Grace!\r\n\u0000Yours, Ada  ")).work();

    UUID ref = Objects.requireNonNull(parties().note());
    Map<UUID, String> notes = oms.write(tx -> oms.house().personalData().notes(tx, Set.of(ref)));
    assertThat(notes).containsEntry(ref, NOTE);
    assertThat(everywhereElse("birthday")).isZero();
  }

  @Test
  void aNoteThatStaysKeepsItsReferenceAndAnotherOneGetsItsOwn() {
    oms.told(anOrder("1").line("A-1", 1).note(NOTE)).work();
    UUID first = parties().note();
    oms.told(anOrder("1").line("A-1", 2).note(NOTE).at("2026-11-20T11:00:00Z")).work();
    assertThat(parties().note()).isEqualTo(first);
    oms.told(anOrder("1").line("A-1", 2).note("Ring twice").at("2026-11-20T11:30:00Z")).work();
    assertThat(parties().note()).isNotNull().isNotEqualTo(first);
    assertThat(kept(Objects.requireNonNull(first)).until()).as("what was replaced has ended").isNotNull();
    oms.told(anOrder("1").line("A-1", 2).at("2026-11-20T11:45:00Z")).work();
    assertThat(parties().note()).isNull();
  }

  @Test
  void erasesEachClassWhenItsTimeIsOverAndNotBefore() {
    shipped("1");
    ResolvedOrder.Parties parties = parties();

    after(Duration.ofDays(180).minusSeconds(60));
    assertThat(erase()).isZero();
    oms.time().tick(Duration.ofSeconds(120));
    assertThat(erase()).isEqualTo(1);
    assertThat(kept(Objects.requireNonNull(parties.note())).erasedAt()).isNotNull();
    assertThat(people(parties)).isNotEmpty();

    after(Duration.ofDays(550));
    assertThat(erase()).isEqualTo(2);
    assertThat(people(parties)).isEmpty();
    assertThat(erase()).as("a second run").isZero();
  }

  @Test
  void theOrderAndTheJournalStayAndAddUp() {
    shipped("1");
    int version = oms.order("1").version();
    ResolvedOrder.Parties before = parties();
    after(Duration.ofDays(731));

    assertThat(erase()).isEqualTo(3);

    assertThat(oms.order("1").version()).isEqualTo(version);
    assertThat(parties()).isEqualTo(before);
    assertThat(oms.number("select count(*) from orders where merchant = :merchant and ship_country = 'US'"))
        .isEqualTo(1);
    assertThat(oms.violations()).isEmpty();
  }

  @Test
  void theJournalTellsOfItByReferences() {
    shipped("1");
    UUID note = Objects.requireNonNull(parties().note());
    after(Duration.ofDays(181));
    erase();

    String payload =
        oms.text(
            "select payload::text from journal where merchant = :merchant and type = 'personal-data.erased'");
    assertThat(payload).isEqualTo("{\"reason\":\"retention\",\"refs\":[\"" + note + "\"]}");
  }

  @Test
  void countsWhatItErased() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    oms.house().erasure().bindTo(registry);
    shipped("1");
    after(Duration.ofDays(181));
    erase();

    assertThat(registry.get("crossdock.personal.data.erased").tag("class", "order_note").functionCounter().count())
        .isEqualTo(1);
    assertThat(registry.get("crossdock.personal.data.erased").tag("class", "ship_to").functionCounter().count())
        .isZero();
  }

  @Test
  void worksInBoundedBatches() {
    for (int i = 0; i < 5; i++) {
      shipped("o" + i);
    }
    after(Duration.ofDays(181));
    assertThat(erase(2)).isEqualTo(2);
    assertThat(erase(2)).isEqualTo(2);
    assertThat(erase(2)).isEqualTo(1);
  }

  @Test
  void anOpenOrderKeepsWhatItNeeds() {
    oms.told(anOrder("1").line("A-1", 1).note(NOTE)).work();
    after(Duration.ofDays(5_000));
    assertThat(erase()).isZero();
  }

  @Test
  void aCancelledOrderThatGoesOnStopsTheClock() {
    oms.told(anOrder("1").line("A-1", 2, 2, 0, IncomingLine.FulfilledBy.MERCHANT).note(NOTE))
        .work();
    UUID note = Objects.requireNonNull(parties().note());
    assertThat(kept(note).until()).isNotNull();
    oms.told(anOrder("1").line("A-1", 2).note(NOTE).at("2026-11-20T11:00:00Z")).work();
    assertThat(oms.order("1").lifecycle().ended()).isFalse();
    assertThat(kept(note).until()).isNull();
  }

  @Test
  void theChannelDoesNotBringBackWhatWasErased() {
    shipped("1");
    after(Duration.ofDays(731));
    erase();
    ResolvedOrder.Parties before = parties();
    int version = oms.order("1").version();

    oms.told(anOrder("1").line("A-1", 1, 0, 1, IncomingLine.FulfilledBy.MERCHANT)
            .note(NOTE).at("2028-12-01T00:00:00Z"))
        .work();

    assertThat(parties()).isEqualTo(before);
    assertThat(oms.order("1").version()).as("told again").isGreaterThan(version);
    assertThat(oms.number("select count(*) from personal_data where merchant = :merchant and content is not null"))
        .isZero();
  }

  @Test
  void aLateWordOfTheChannelDoesNotMakeItStayLonger() {
    shipped("1");
    UUID note = Objects.requireNonNull(parties().note());
    Kept before = kept(note);
    after(Duration.ofDays(100));
    oms.told(anOrder("1").line("A-1", 1, 0, 1, IncomingLine.FulfilledBy.MERCHANT)
            .note(NOTE).at("2027-02-01T00:00:00Z"))
        .work();
    assertThat(kept(note)).isEqualTo(before);
  }

  private void shipped(String id) {
    oms.told(anOrder(id).line("A-1", 1).note(NOTE).buyer(id + "@example.com")).work();
    UUID work = Objects.requireNonNull(oms.order(id).placements().getFirst().fulfilmentOrder());
    oms.execute(id, new OrderCommand.Ship(work));
    assertThat(oms.order(id).lifecycle().ended()).isTrue();
  }

  private void after(Duration duration) {
    oms.time().tick(duration);
  }

  private int erase() {
    return erase(1_000);
  }

  private int erase(int limit) {
    return oms.write(tx -> oms.house().erasure().eraseDue(tx, limit));
  }

  /** What the door still tells of an order's people. */
  private Set<UUID> people(ResolvedOrder.Parties parties) {
    return oms.write(tx -> oms.house().personalData().read(tx, parties.refs(), Purpose.ORDER)).keySet();
  }

  private ResolvedOrder.Parties parties() {
    return oms.order("1").parties();
  }

  private Kept kept(UUID ref) {
    Map<UUID, Kept> kept = oms.write(tx -> oms.house().personalData().kept(tx, Set.of(ref)));
    assertThat(kept.get(ref)).isNotNull().extracting(Kept::dataClass).isEqualTo(DataClass.ORDER_NOTE);
    return Objects.requireNonNull(kept.get(ref));
  }

  /** How often a word stands outside the tables of personal data: the raw message is one of those. */
  private long everywhereElse(String word) {
    return oms.number("select count(*) from journal j where merchant = :merchant and j::text ilike '%" + word + "%'")
        + oms.number("select count(*) from hold where merchant = :merchant and evidence::text ilike '%" + word + "%'")
        + oms.number("select count(*) from orders o where merchant = :merchant and o::text ilike '%" + word + "%'");
  }
}
