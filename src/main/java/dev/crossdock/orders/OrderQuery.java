package dev.crossdock.orders;

import dev.crossdock.orders.internal.QueryParser;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which orders to look for, in the words a person types: {@code is:open channel:shopify,amazon due:<4h -hold:any}.
 * Terms are joined by AND, the values of one term by OR, and a leading minus turns a term round.
 */
public record OrderQuery(List<Term> terms, Sort sort) {

  /** The longest text that is read. */
  public static final int LENGTH_MAX = 500;

  /** The most terms that are read. */
  public static final int TERMS_MAX = 30;

  public static final OrderQuery ALL = new OrderQuery(List.of(), Sort.PLACED_LATEST);

  public OrderQuery {
    terms = List.copyOf(terms);
  }

  /** What a term is about. */
  public enum Field {
    IS,
    HEADLINE,
    CHANNEL,
    EXT,
    CUSTOMER,
    SKU,
    TOTAL,
    HOLD,
    DUE,
    PLACED,
    COUNTRY,
    TAG,
    /** Bare text: a number, a channel's number, a SKU, a name. */
    TEXT
  }

  /** What {@code is:} can ask. */
  public enum Flag {
    OPEN,
    HELD,
    LATE,
    AT_RISK,
    ATTENTION,
    UNPLACED,
    TEST
  }

  /** The order of the answer. */
  public enum Sort {
    PLACED_LATEST("-placed"),
    PLACED_FIRST("placed"),
    DUE_FIRST("due");

    private final String words;

    Sort(String words) {
      this.words = words;
    }

    /** As it is typed behind {@code sort:}. */
    public String words() {
      return words;
    }
  }

  /** One value of a term. */
  public sealed interface Value {

    record Word(String text) implements Value {}

    /** From an instant (inclusive) to one (exclusive); null is without limit. */
    record Between(@Nullable Instant from, @Nullable Instant to) implements Value {}

    /** From an amount to one, both inclusive, in minor units; null is without limit. */
    record Amounts(@Nullable Long min, @Nullable Long max, String currency) implements Value {}

    /** There is one, whichever. */
    record Any() implements Value {}

    /** There is none. */
    record None() implements Value {}
  }

  /**
   * One condition.
   *
   * @param text exactly as it was typed
   */
  public record Term(Field field, boolean negated, List<Value> values, String text) {

    public Term {
      values = List.copyOf(values);
    }
  }

  /** What came of reading a text. */
  public sealed interface Parsed {

    record Understood(OrderQuery query) implements Parsed {}

    /** Not understood; nothing of it is ever left out silently. */
    record Misunderstood(List<Mistake> mistakes) implements Parsed {

      public Misunderstood {
        mistakes = List.copyOf(mistakes);
      }
    }
  }

  /**
   * A token that means nothing.
   *
   * @param sentence what is wrong with it
   * @param instead the token that was probably meant; null when none is near
   */
  public record Mistake(String token, String sentence, @Nullable String instead) {}

  /** Reads a text as of an instant, dates meant in a zone. */
  public static Parsed parse(String text, Instant now, ZoneId zone) {
    return new QueryParser(now, zone).parse(text);
  }

  /** The text that reads as this query, without one of its terms. */
  public String without(Term term) {
    return terms.stream().filter(t -> !t.equals(term)).map(Term::text).collect(Collectors.joining(" ")) + sortText();
  }

  /** The text that reads as this query. */
  public String text() {
    return (terms.stream().map(Term::text).collect(Collectors.joining(" ")) + sortText()).strip();
  }

  private String sortText() {
    return sort == Sort.PLACED_LATEST ? "" : " sort:" + sort.words();
  }
}
