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
    }
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
    assertThat(Proofs.alwaysMatches(number(Op.AT_LEAST, 0L))).isFalse();
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
    return switch (random.nextInt(9)) {
      case 0 -> test(Field.CHANNEL, op(Op.IS, Op.IS_NOT), channel());
      case 1 -> test(Field.CHANNEL, op(Op.IN, Op.NOT_IN), "amazon", "ebay");
      case 2 -> test(Field.COUNTRY, op(Op.IN, Op.NOT_IN), "DE", Orders.pick(random, "AT", "US"));
      case 3 -> test(Field.REGION, op(Op.KNOWN, Op.UNKNOWN));
      case 4 -> test(Field.POSTAL_CODE, Op.STARTS_WITH, Orders.pick(random, "1", "10", "8", "80", "81"));
      case 5 -> number(op(Op.AT_LEAST, Op.AT_MOST, Op.IS, Op.IS_NOT), (long) random.nextInt(6));
      case 6 -> test(Field.TAGS, op(Op.CONTAINS_ANY, Op.CONTAINS_ALL, Op.CONTAINS_NONE), "x", tag());
      case 7 -> money(op(Op.AT_LEAST, Op.AT_MOST), random.nextInt(6) * 1_000L, Orders.pick(random, "EUR", "USD"));
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
