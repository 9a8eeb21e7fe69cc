package dev.crossdock.routing.news;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.LocationInput;
import dev.crossdock.orders.Hold;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.Placement;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.journal.JournalReader;
import dev.crossdock.platform.journal.SealedEvent;
import dev.crossdock.platform.journal.Sealer;
import dev.crossdock.routing.network.ProfileInput;
import dev.crossdock.testing.AnOrder;
import dev.crossdock.testing.Oms;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Orders that wait are looked at again as soon as the journal tells that something has changed for them. */
class RoutingNewsTest {

  private final Oms oms = new Oms();
  private final RoutingNews news = new RoutingNews(oms.house().routing(), oms.house().orders());
  private final JournalReader reader =
      new JournalReader(
          oms.house().door(), oms.time(), Merchant.MAIN, "routing", "test", Duration.ofMinutes(5));

  @AfterEach
  void close() {
    oms.close();
  }

  @Test
  void aLocationThatOpensIsAskedAtOnce() {
    oms.sells("TEA", 5);
    location("NYC", false);
    comes(anOrder("1").line("TEA", 1));
    assertThat(places("1")).isEmpty();
    hear();

    location("NYC", true);
    assertThat(queued()).isZero();
    hear();
    assertThat(queued()).isEqualTo(1);
    oms.work();
    assertThat(places("1")).containsExactly("NYC");
  }

  @Test
  void aPlaceOfPickupThatIsNamedLetsItsOrdersGoOn() {
    oms.sells("TEA", 5);
    comes(anOrder("1").line("TEA", 1).collectedAt("New York"));
    assertThat(oms.order("1").openHolds()).extracting(Hold::reason).containsExactly(Hold.Reason.PICKUP_PLACE);
    hear();

    LocationInput named =
        new LocationInput("NYC", "New York", "WAREHOUSE", "US", null, null, null, 40.7, -74.0, null, null, null);
    oms.write(tx -> oms.house().locations().put(tx, List.of(named)));
    hear();
    oms.work();
    assertThat(places("1")).containsExactly("NYC");
  }

  @Test
  void roomThatACancelledOrderLeavesIsOfferedToThoseThatWait() {
    oms.sells("TEA", 5);
    ProfileInput pickup =
        new ProfileInput("NYC", null, null, null, null, null, null, null, null, null, null, null, null);
    oms.write(tx -> oms.house().network().profiles().put(tx, List.of(pickup)));
    comes(anOrder("1").line("TEA", 1));
    oms.location("SOHO", 40.7, -74.0);
    comes(anOrder("2").line("TEA", 1).collectedAt("SOHO"));
    assertThat(oms.text("select string_agg(state, ',') from routing_waiting")).isEqualTo("UNROUTABLE");
    hear();
    assertThat(queued()).as("what was heard so far").isLessThanOrEqualTo(1);
    oms.work();

    oms.execute("1", new OrderCommand.CancelLine(1, 1, "not wanted"));
    oms.write(tx -> tx.sql("delete from routing_queue where merchant = :merchant").update());
    hear();
    assertThat(queued()).isEqualTo(1);
  }

  @Test
  void whatConcernsNobodyWhoWaitsQueuesNobody() {
    oms.sells("TEA", 5);
    comes(anOrder("1").line("TEA", 1));
    hear();
    assertThat(queued()).isZero();
  }

  private void hear() {
    new Sealer(oms.house().door(), oms.time(), "test", Sealer.Limits.USUAL).sealOnce(Merchant.MAIN);
    oms.time().tick(Duration.ofSeconds(1));
    List<SealedEvent> events = reader.poll(1_000);
    assertThat(events).isNotEmpty();
    oms.write(
        tx -> {
          news.apply(tx, events);
          reader.commit(tx, events.getLast().position());
          return true;
        });
  }

  private long queued() {
    return oms.number("select count(*) from routing_queue");
  }

  private void comes(AnOrder order) {
    oms.told(order).work();
    oms.time().tick(Duration.ofMinutes(1));
  }

  private List<String> places(String id) {
    return oms.order(id).placements().stream().map(Placement::location).toList();
  }

  private void location(String code, @Nullable Boolean active) {
    LocationInput place =
        new LocationInput(code, code, "WAREHOUSE", "US", null, null, null, 40.7, -74.0, null, null, active);
    oms.write(tx -> oms.house().locations().put(tx, List.of(place)));
  }
}
