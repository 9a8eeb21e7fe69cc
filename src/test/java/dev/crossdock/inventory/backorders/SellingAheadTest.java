package dev.crossdock.inventory.backorders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.documents.IncomingKind;
import dev.crossdock.inventory.documents.IncomingUnits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SellingAheadTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final LocalDate SOON = TODAY.plusDays(5);
  private static final LocalDate LATER = TODAY.plusDays(20);

  @Test
  void promisesWhatWasGivenADay() {
    SellingAhead ahead = selling(List.of(given(1, 5, 2, SOON)));

    assertThat(ahead.left("TEA", "fake", "shop")).isEqualTo(3);
    assertThat(ahead.take("TEA", "fake", "shop", 2)).containsExactly(new Ahead(id(1), BACK, 2, SOON));
    assertThat(ahead.take("TEA", "fake", "shop", 2)).containsExactly(new Ahead(id(1), BACK, 1, SOON));
    assertThat(ahead.take("TEA", "fake", "shop", 2)).isEmpty();
  }

  @Test
  void promisesWhatIsIncomingDayByDayBehindThoseWhoWait() {
    SellingAhead ahead =
        selling(List.of(given(1, 100, 3, null)), coming(2, SOON), coming(4, LATER), coming(50, null));

    assertThat(ahead.left("TEA", "fake", "shop")).as("six come, three are waited for").isEqualTo(3);
    assertThat(ahead.take("TEA", "fake", "shop", 10)).containsExactly(new Ahead(id(1), BACK, 3, LATER));
  }

  @Test
  void splitsAPromiseOverTwoDays() {
    SellingAhead ahead = selling(List.of(given(1, 100, 0, null)), coming(2, TODAY.minusDays(9)), coming(4, LATER));

    assertThat(ahead.take("TEA", null, null, 5))
        .containsExactly(new Ahead(id(1), BACK, 2, TODAY), new Ahead(id(1), BACK, 3, LATER));
  }

  @Test
  void usesTheMostSpecificFirstAndNobodyElsesEver() {
    Authorisation shop = of(1, "fake", "shop", 1, 0, LATER, null);
    Authorisation other = of(2, "other", null, 9, 0, SOON, null);
    SellingAhead ahead = selling(List.of(given(3, 5, 0, SOON), other, shop));

    assertThat(ahead.take("TEA", "fake", "shop", 3))
        .containsExactly(new Ahead(id(1), BACK, 1, LATER), new Ahead(id(3), BACK, 2, SOON));
    assertThat(ahead.left("TEA", null, null)).isEqualTo(3);
  }

  @Test
  void sellsNothingAfterItsDays() {
    Authorisation over = given(1, 5, 0, TODAY.minusDays(1));
    Authorisation ended =
        new Authorisation(
            id(2), "TEA", null, null, BACK, 5, 0, 0, SOON, null, TODAY.minusDays(1), 1, Instant.EPOCH, null);

    assertThat(selling(List.of(over, ended)).left("TEA", null, null)).isZero();
    assertThat(selling(List.of(given(3, 5, 0, SOON).closed(Instant.EPOCH))).left("TEA", null, null)).isZero();
  }

  @Test
  void knowsUntilWhenAPreorderStays() {
    Authorisation pre = of(1, null, null, 5, 0, LATER, SOON);
    SellingAhead ahead = selling(List.of(pre));

    assertThat(ahead.unreleased("TEA", "fake", "shop")).contains(pre);
    assertThat(new SellingAhead(List.of(pre), List.of(), SOON).unreleased("TEA", "fake", "shop")).isEmpty();
    assertThat(new SellingAhead(List.of(pre), List.of(), SOON).left("TEA", "fake", "shop")).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void offersExactlyWhatCanBeTaken(long seed) {
    Random random = new Random(seed);
    for (int n = 0; n < 200; n++) {
      List<Authorisation> some = new ArrayList<>();
      for (int i = 1; i <= 1 + random.nextInt(4); i++) {
        LocalDate day = random.nextBoolean() ? null : TODAY.plusDays(random.nextInt(9) - 2);
        String channel = random.nextBoolean() ? "fake" : null;
        some.add(of(i, channel, null, 5 + random.nextInt(9), random.nextInt(5), day, null));
      }
      IncomingUnits[] coming = new IncomingUnits[random.nextInt(3)];
      for (int i = 0; i < coming.length; i++) {
        coming[i] = coming(1 + random.nextInt(9), random.nextInt(4) == 0 ? null : TODAY.plusDays(random.nextInt(5)));
      }
      SellingAhead ahead = selling(some, coming);
      long left = ahead.left("TEA", "fake", "shop");
      long offered = ahead.offered("TEA", "fake", "shop").stream().mapToLong(Ahead::units).sum();
      long taken = ahead.take("TEA", "fake", "shop", 1_000).stream().mapToLong(Ahead::units).sum();

      assertThat(offered).as("seed %s round %s", seed, n).isEqualTo(left);
      assertThat(taken).as("seed %s round %s", seed, n).isEqualTo(left);
      assertThat(ahead.left("TEA", "fake", "shop")).as("seed %s round %s", seed, n).isZero();
    }
  }

  private static final AuthorisationKind BACK = AuthorisationKind.BACKORDER;

  private static SellingAhead selling(List<Authorisation> some, IncomingUnits... coming) {
    return new SellingAhead(some, List.of(coming), TODAY);
  }

  private static Authorisation given(int id, int units, int open, @Nullable LocalDate promised) {
    return of(id, null, null, units, open, promised, null);
  }

  private static Authorisation of(
      int id,
      @Nullable String channel,
      @Nullable String account,
      int units,
      int open,
      @Nullable LocalDate promised,
      @Nullable LocalDate release) {
    AuthorisationKind kind = release == null ? BACK : AuthorisationKind.PREORDER;
    return new Authorisation(
        id(id), "TEA", channel, account, kind, units, open, 0, promised, release, null, 1, Instant.EPOCH, null);
  }

  private static IncomingUnits coming(int units, @Nullable LocalDate day) {
    return new IncomingUnits(new StockKey("TEA", "NYC"), IncomingKind.PURCHASE_ORDER, id(9), 1, units, day);
  }

  private static UUID id(int n) {
    return new UUID(0, n);
  }
}
