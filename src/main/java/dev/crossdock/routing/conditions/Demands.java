package dev.crossdock.routing.conditions;

import dev.crossdock.routing.conditions.Condition.Test;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What a test, or its opposite, demands of the fields of an order: of its own, and of those that go with it. */
final class Demands {

  /** What the value of a field has whatever the order is. */
  private static final Map<Field, NumberDomain> NATURAL =
      Map.of(
          Field.HOUR, NumberDomain.of(0, 23), Field.UNITS, NumberDomain.of(1, Long.MAX_VALUE),
          Field.LINES, NumberDomain.of(1, Long.MAX_VALUE), Field.CUSTOMER_ORDERS, NumberDomain.of(0, Long.MAX_VALUE),
          Field.WEIGHT_GRAMS, NumberDomain.of(0, Long.MAX_VALUE));

  private static final WordDomain YES = WordDomain.in(Set.of("true"));
  private static final WordDomain NO = WordDomain.in(Set.of("false"));

  private Demands() {}

  /** Domains by field and scope; a demand that every order meets is left out. */
  static Map<String, Domain> of(Test test, boolean asItStands) {
    Domain domain = Tests.domain(test, asItStands);
    Map<String, Domain> demands = new HashMap<>();
    NumberDomain natural = NATURAL.getOrDefault(test.field(), NumberDomain.ALL);
    if (domain instanceof NumberDomain) {
      domain = domain.and(natural);
    }
    if (test.field().mayBeUnknown() || !natural.within(domain)) {
      demands.put(key(test), domain);
    }
    besides(test, domain).forEach(demands::put);
    return demands;
  }

  /** What follows for other fields. */
  private static Map<String, Domain> besides(Test test, Domain domain) {
    boolean unknown = domain instanceof Domain.Unknown;
    if (test.field() == Field.TOTAL && !test.scope().isEmpty() && !unknown) {
      return Map.of(Field.CURRENCY.word() + " ", WordDomain.in(Set.of(test.scope())));
    }
    if (test.field() == Field.PICKUP_AT) {
      return Map.of(Field.PICKUP.word() + " ", unknown ? NO : YES);
    }
    if (test.field() == Field.PICKUP) {
      return Map.of(Field.PICKUP_AT.word() + " ", domain.within(YES) ? WordDomain.ALL : new Domain.Unknown());
    }
    boolean has = domain instanceof SetDomain set && (!set.all().isEmpty() || !set.any().isEmpty());
    return test.field() == Field.HAZMAT_CLASSES && has ? Map.of(Field.HAZMAT.word() + " ", YES) : Map.of();
  }

  private static String key(Test test) {
    boolean oneOfThem = test.op() == Op.STARTS_WITH && test.field().type() == FieldType.WORDS;
    String key = test.field().word() + " " + test.scope();
    return oneOfThem ? key + " starts with " + Tests.texts(test).stream().sorted().toList() : key;
  }
}
