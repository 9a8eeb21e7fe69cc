package dev.crossdock.inventory.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.Lacking;
import dev.crossdock.inventory.Reservation;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.promising.Kits;
import dev.crossdock.platform.journal.Violation;
import dev.crossdock.testing.Db;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a hold keeps, from whom, and until when. */
class CheckoutHoldsTest {

  @RegisterExtension
  final Db db = Db.fresh();

  @Test
  void holdsUnitsThatNobodyElseCanTake() {
    Shop shop = shop().sells("TEA", "EAST", 5);

    CheckoutHold hold = shop.held("TEA", 4);

    assertThat(hold.parts()).containsExactly(new CheckoutHold.Part(1, "TEA", "EAST", 4));
    assertThat(hold.expiresAt()).isEqualTo(Shop.NOON.plusSeconds(60));
    Reservation two = new Reservation(new UUID(9, 9), 1, "TEA", "EAST", 2);
    assertThat(shop.reserve(two)).isInstanceOf(Lacking.class);
    assertThat(rules(shop.hold(60, line("TEA", 2)))).containsExactly("lines[0].units short");
    assertThat(shop.level("TEA", "EAST")).isEqualTo("5/4");
    assertThat(shop.violations()).isEmpty();
  }

  @Test
  void holdsEverythingOrNothing() {
    Shop shop = shop().sells("TEA", "EAST", 5).sells("POT", "EAST", 1);

    Decided<CheckoutHold> refused = shop.hold(60, line("TEA", 5), line("POT", 2), line("TEA", 1));

    assertThat(rules(refused)).containsExactly("lines[1].units short", "lines[2].units short");
    assertThat(shop.level("TEA", "EAST")).isEqualTo("5/0");
    List<CheckoutHold> all = shop.write(tx -> shop.holds.list(tx, new CheckoutQuery(null, null, null, 10)));
    assertThat(all).isEmpty();
  }

  @Test
  void prefersOnePlaceThatHasAllAndElseTakesTheFirstInPriority() {
    Shop shop = shop().sells("TEA", "EAST", 2).sells("TEA", "WEST", 3);

    assertThat(shop.held("TEA", 3).parts()).containsExactly(new CheckoutHold.Part(1, "TEA", "WEST", 3));
    shop.expire();
    shop.time.tick(Duration.ofSeconds(60));
    shop.expire();
    assertThat(shop.held("TEA", 4).parts())
        .containsExactly(new CheckoutHold.Part(1, "TEA", "EAST", 2), new CheckoutHold.Part(1, "TEA", "WEST", 2));
    assertThat(rules(shop.hold(60, new CheckoutInput.Line("TEA", 1, "EAST")))).isNotEmpty();
  }

  @Test
  void twoKitsThatShareAPartCannotTakeItTwice() {
    Shop shop =
        shop()
            .sells("CUP", "EAST", 5)
            .sells("POT", "EAST", 9)
            .kit("SET-A", new Kits.Part("CUP", 2), new Kits.Part("POT", 1))
            .kit("SET-B", new Kits.Part("CUP", 3));

    assertThat(rules(shop.hold(60, line("SET-A", 2), line("SET-B", 1)))).containsExactly("lines[1].units short");
    CheckoutHold hold = Shop.done(shop.hold(60, line("SET-A", 1), line("SET-B", 1)));

    assertThat(hold.reserved()).isEqualTo(6);
    assertThat(shop.level("CUP", "EAST")).isEqualTo("5/5");
    assertThat(shop.level("POT", "EAST")).isEqualTo("9/1");
    assertThat(shop.violations()).isEmpty();
  }

  @Test
  void givesExpiredUnitsBackOnce() {
    Shop shop = shop().sells("TEA", "EAST", 5);
    CheckoutHold hold = shop.held("TEA", 4);
    shop.time.tick(Duration.ofSeconds(59));
    assertThat(shop.expire().holds()).isEmpty();
    shop.time.tick(Duration.ofSeconds(1));

    CheckoutHolds.Ended ended = shop.expire();

    assertThat(ended.rose()).containsExactly("TEA");
    assertThat(shop.expire().holds()).isEmpty();
    assertThat(shop.now(hold).state()).isEqualTo(CheckoutState.EXPIRED);
    assertThat(shop.level("TEA", "EAST")).isEqualTo("5/0");
    assertThat(shop.violations()).isEmpty();
  }

  @Test
  void countsAsExpiredBeforeAnybodyHasCleanedUp() {
    Shop shop = shop().sells("TEA", "EAST", 5);
    CheckoutHold hold = shop.held("TEA", 4);
    shop.time.tick(Duration.ofSeconds(60));

    assertThat(rules(shop.extend(hold.id(), 60))).containsExactly("state state");
    assertThat(shop.release(hold)).isFalse();
    assertThat(shop.claim(hold, new UUID(5, 5))).isFalse();
  }

  @Test
  void anExtendedHoldLivesOn() {
    Shop shop = shop().sells("TEA", "EAST", 5);
    CheckoutHold hold = shop.held("TEA", 4);
    shop.time.tick(Duration.ofSeconds(50));

    CheckoutHold longer = Shop.done(shop.extend(hold.id(), 100));

    shop.time.tick(Duration.ofSeconds(99));
    assertThat(shop.expire().holds()).isEmpty();
    assertThat(longer.version()).isEqualTo(2);
    shop.time.tick(Duration.ofSeconds(1));
    assertThat(shop.expire().holds()).hasSize(1);
  }

  @Test
  void aReleasedHoldGivesItsUnitsBackAndStaysReleased() {
    Shop shop = shop().sells("TEA", "EAST", 5);
    CheckoutHold hold = shop.held("TEA", 4);

    for (int time = 1; time <= 2; time++) {
      assertThat(shop.release(hold)).isTrue();
      assertThat(shop.level("TEA", "EAST")).isEqualTo("5/0");
    }

    assertThat(shop.claim(hold, new UUID(5, 5))).isFalse();
    assertThat(shop.violations()).isEmpty();
  }

  @Test
  void anOrderTakesOverExactlyTheUnits() {
    Shop shop = shop().sells("TEA", "EAST", 5);
    CheckoutHold hold = shop.held("TEA", 5);
    UUID order = new UUID(5, 5);

    assertThat(shop.claim(hold, order)).isTrue();

    assertThat(shop.claim(hold, new UUID(5, 6))).as("only once").isFalse();
    assertThat(shop.now(hold).order()).isEqualTo(order);
    assertThat(shop.reservations(order, hold.id())).containsExactly(new Reservation(order, 1, "TEA", "EAST", 5));
    shop.time.tick(Duration.ofDays(1));
    assertThat(shop.expire().holds()).isEmpty();
    assertThat(shop.level("TEA", "EAST")).isEqualTo("5/5");
    assertThat(shop.violations()).isEmpty();
  }

  @Test
  void namesEveryWrongField() {
    Shop shop = shop().sells("TEA", "EAST", 5);
    CheckoutInput wrong =
        new CheckoutInput(
            "shopify",
            null,
            List.of(line("NO\0NE", 1), line("TEA", 0), new CheckoutInput.Line("TEA", 1_000_000_000_001L, "MOON")),
            0);

    assertThat(rules(shop.write(tx -> shop.holds.hold(tx, wrong))))
        .containsExactly(
            "ttlSeconds range", "account required", "lines[0].sku unknown", "lines[1].units range",
            "lines[2].units range", "lines[2].location unknown");
    assertThat(rules(shop.hold(604_801, line("TEA", 1)))).containsExactly("ttlSeconds range");
    assertThat(rules(shop.hold(60))).containsExactly("lines range");
    assertThat(rules(shop.extend(new UUID(1, 1), 60))).containsExactly("id missing");
  }

  @Test
  void theCheckFindsAHoldWithoutItsUnits() {
    Shop shop = shop().sells("TEA", "EAST", 5);
    CheckoutHold hold = shop.held("TEA", 4);

    shop.sql.sql("update checkout_hold set reserved = 3").update();

    assertThat(shop.violations()).extracting(Violation::invariant).containsExactly("stock.checkout-holds");
    assertThat(shop.violations()).extracting(Violation::where).containsExactly("checkout:" + hold.id());
  }

  private Shop shop() {
    return new Shop(db.dataSource()).location("EAST", 1).location("WEST", 2);
  }

  private static CheckoutInput.Line line(String sku, long units) {
    return new CheckoutInput.Line(sku, units, null);
  }

  private static List<String> rules(Decided<CheckoutHold> decided) {
    return switch (decided) {
      case Decided.Accepted<CheckoutHold> accepted -> throw new AssertionError("accepted: " + accepted);
      case Decided.Refused<CheckoutHold>(List<ItemError> errors) ->
          errors.stream().map(error -> error.field() + " " + error.rule()).toList();
    };
  }
}
