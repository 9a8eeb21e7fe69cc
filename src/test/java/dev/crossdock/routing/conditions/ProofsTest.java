package dev.crossdock.routing.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.conditions.Condition.All;
import dev.crossdock.routing.conditions.Condition.Any;
import dev.crossdock.routing.conditions.Condition.Expression;
import dev.crossdock.routing.conditions.Condition.Not;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProofsTest {

  private static final int ROUNDS = 3_000;
  private static final int ORDERS = 300;

  private final Expressions expressions = new Expressions();
  private final Random random = new Random(20261121);

  /** What is claimed holds for all orders; and enough is claimed for that to mean something. */
  @Test
  void whatIsProvedIsTrueOfEveryOrder() {
    List<Asked> orders = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      orders.add(new Asked(Orders.random(random), Orders.NOW));
    }
    int implied = 0;
    int never = 0;
    int covered = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Condition one = condition(2);
      Condition other = condition(1);
      Matcher first = Matcher.of(one, expressions);
      Matcher second = Matcher.of(other, expressions);
      String which = "seed 20261121, round " + round + ": " + one + " and " + other;
      if (Proofs.neverMatches(one)) {
        never++;
        assertThat(orders).as(which).noneMatch(first::matches);
      } else if (Proofs.implies(one, other)) {
        implied++;
        assertThat(orders.stream().filter(first::matches)).as(which).allMatch(second::matches);
      }
      Condition third = condition(1);
      if (Proofs.covered(one, List.of(other, third))) {
        covered++;
        Matcher last = Matcher.of(third, expressions);
        assertThat(orders.stream().filter(first::matches)).as(which + " or " + third)
            .allMatch(order -> second.matches(order) || last.matches(order));
      }
    }
    assertThat(covered).isGreaterThan(100);
    assertThat(implied).isGreaterThan(100);
    assertThat(never).isGreaterThan(100);
  }

  @Test
  void whatIsWrittenReadsAsTheSame() {
    for (int round = 0; round < ROUNDS; round++) {
      Condition condition = condition(3);
      List<Fault> faults = new ArrayList<>();
      assertThat(new ConditionReader(expressions).read(ConditionWriter.write(condition), "", faults))
          .as("seed 20261121, round " + round + ": " + faults)
          .isEqualTo(condition);
      assertThat(Phrases.of(condition)).isNotBlank();
    }
  }

  @Test
  void seesWhatContradictsItself() {
    assertThat(Proofs.neverMatches(all(test(Field.CHANNEL, Op.IS, "amazon"), test(Field.CHANNEL, Op.IS, "ebay"))))
        .isTrue();
    assertThat(Proofs.neverMatches(all(number(Op.AT_LEAST, 5L), number(Op.AT_MOST, 4L)))).isTrue();
    assertThat(Proofs.neverMatches(all(number(Op.AT_LEAST, 5L), number(Op.AT_MOST, 5L)))).isFalse();
    Condition tagged = test(Field.TAGS, Op.CONTAINS_ALL, "a");
    assertThat(Proofs.neverMatches(all(tagged, test(Field.TAGS, Op.CONTAINS_NONE, "a")))).isTrue();
    Condition known = test(Field.POSTAL_CODE, Op.STARTS_WITH, "10");
    assertThat(Proofs.neverMatches(all(known, test(Field.POSTAL_CODE, Op.UNKNOWN)))).isTrue();
    assertThat(Proofs.neverMatches(all(money(Op.AT_LEAST, 100L, "EUR"), money(Op.AT_LEAST, 100L, "USD")))).isTrue();
    assertThat(Proofs.neverMatches(all(new Expression("units > 5"), new Not(new Expression("units > 5"))))).isTrue();
    assertThat(Proofs.neverMatches(all(new Expression("units > 5"), new Expression("units < 5")))).isFalse();
  }

  @Test
  void seesWhatIsWider() {
    assertThat(Proofs.implies(number(Op.AT_LEAST, 5L), number(Op.AT_LEAST, 4L))).isTrue();
    assertThat(Proofs.implies(number(Op.AT_LEAST, 4L), number(Op.AT_LEAST, 5L))).isFalse();
    Condition wide = test(Field.POSTAL_CODE, Op.STARTS_WITH, "10");
    assertThat(Proofs.implies(test(Field.POSTAL_CODE, Op.STARTS_WITH, "101"), wide)).isTrue();
    assertThat(Proofs.implies(new Expression("units > 5"), Condition.ALWAYS)).isTrue();
    assertThat(Proofs.alwaysMatches(Condition.ALWAYS)).isTrue();
    assertThat(Proofs.alwaysMatches(number(Op.AT_LEAST, 1L))).isTrue();
    assertThat(Proofs.alwaysMatches(number(Op.AT_LEAST, 2L))).isFalse();
  }

  @Test
  void knowsWhatGoesTogether() {
    assertThat(Proofs.neverMatches(number(Op.AT_MOST, 0L))).isTrue();
    Condition collected = new Condition.Test(Field.PICKUP, Op.IS, List.of(true), "");
    Condition shipped = new Condition.Test(Field.PICKUP, Op.IS, List.of(false), "");
    assertThat(Proofs.neverMatches(all(shipped, test(Field.PICKUP_AT, Op.IS, "BER")))).isTrue();
    assertThat(Proofs.neverMatches(all(collected, test(Field.PICKUP_AT, Op.UNKNOWN)))).isTrue();
    assertThat(Proofs.neverMatches(all(collected, test(Field.PICKUP_AT, Op.IS, "BER")))).isFalse();
    Condition harmless = new Condition.Test(Field.HAZMAT, Op.IS, List.of(false), "");
    assertThat(Proofs.neverMatches(all(harmless, test(Field.HAZMAT_CLASSES, Op.CONTAINS_ANY, "9")))).isTrue();
  }

  @Test
  void seesWhatSeveralCoverTogether() {
    Condition few = number(Op.AT_MOST, 3L);
    Condition many = number(Op.AT_LEAST, 4L);
    assertThat(Proofs.covered(Condition.ALWAYS, List.of(few, many))).isTrue();
    assertThat(Proofs.covered(Condition.ALWAYS, List.of(few, number(Op.AT_LEAST, 5L)))).isFalse();
    assertThat(Proofs.covered(Condition.ALWAYS, List.of(few, new Expression("units > 3")))).isFalse();
    Condition german = test(Field.COUNTRY, Op.IS, "DE");
    Condition foreign = test(Field.COUNTRY, Op.IS_NOT, "DE");
    assertThat(Proofs.covered(Condition.ALWAYS, List.of(german, foreign))).as("a country may be unknown").isFalse();
    assertThat(Proofs.covered(Condition.ALWAYS, List.of(german, foreign, test(Field.COUNTRY, Op.UNKNOWN)))).isTrue();
    Condition dear = money(Op.AT_LEAST, 100L, "EUR");
    assertThat(Proofs.covered(Condition.ALWAYS, List.of(dear, money(Op.AT_MOST, 99L, "EUR"))))
        .as("it may be of another currency").isFalse();
  }

  private Condition condition(int depth) {
    int kind = random.nextInt(depth > 0 ? 10 : 5);
    if (kind < 5) {
      return leaf();
    }
    if (kind == 9) {
      return new Not(condition(depth - 1));
    }
    List<Condition> parts = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      parts.add(condition(depth - 1));
    }
    return kind < 8 ? new All(parts) : new Any(parts);
  }

  private Condition leaf() {
    return switch (random.nextInt(12)) {
      case 0 -> test(Field.CHANNEL, op(Op.IS, Op.IS_NOT), channel());
      case 1 -> test(Field.CHANNEL, op(Op.IN, Op.NOT_IN), "amazon", "ebay");
      case 2 -> test(Field.COUNTRY, op(Op.IN, Op.NOT_IN), "DE", Orders.pick(random, "AT", "US"));
      case 3 -> test(Field.REGION, op(Op.KNOWN, Op.UNKNOWN));
      case 4 -> test(Field.POSTAL_CODE, Op.STARTS_WITH, Orders.pick(random, "1", "10", "8", "80", "81"));
      case 5 -> number(op(Op.AT_LEAST, Op.AT_MOST, Op.IS, Op.IS_NOT), (long) random.nextInt(6));
      case 6 -> test(Field.TAGS, op(Op.CONTAINS_ANY, Op.CONTAINS_ALL, Op.CONTAINS_NONE), "x", tag());
      case 7 -> money(op(Op.AT_LEAST, Op.AT_MOST), random.nextInt(6) * 1_000L, Orders.pick(random, "EUR", "USD"));
      case 8 -> new Condition.Test(Field.PICKUP, Op.IS, List.of(random.nextBoolean()), "");
      case 9 -> test(Field.PICKUP_AT, op(Op.IS, Op.IS_NOT), Orders.pick(random, "BER", "CGN"));
      case 10 -> test(Field.HAZMAT_CLASSES, op(Op.CONTAINS_ANY, Op.CONTAINS_NONE), Orders.pick(random, "9", "3"));
      default -> new Condition.Test(Field.HAZMAT, Op.IS, List.of(random.nextBoolean()), "");
    };
  }

  private String tag() {
    return Orders.pick(random, "y", "z");
  }

  private String channel() {
    return Orders.pick(random, "amazon", "shopify", "ebay");
  }

  private Op op(Op... ops) {
    return ops[random.nextInt(ops.length)];
  }

  private static Condition all(Condition... parts) {
    return new All(List.of(parts));
  }

  private static Condition test(Field field, Op op, Object... values) {
    return new Condition.Test(field, op, List.of(values), "");
  }

  private static Condition number(Op op, long number) {
    return new Condition.Test(Field.UNITS, op, List.of(number), "");
  }

  private static Condition money(Op op, long minor, String currency) {
    return new Condition.Test(Field.TOTAL, op, List.of(minor), currency);
  }
}
