package dev.crossdock.orders.internal;

import dev.crossdock.orders.Headline;
import dev.crossdock.orders.Hold;
import dev.crossdock.orders.OrderQuery;
import dev.crossdock.orders.OrderQuery.Field;
import dev.crossdock.orders.OrderQuery.Flag;
import dev.crossdock.orders.OrderQuery.Mistake;
import dev.crossdock.orders.OrderQuery.Parsed;
import dev.crossdock.orders.OrderQuery.Sort;
import dev.crossdock.orders.OrderQuery.Term;
import dev.crossdock.orders.OrderQuery.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the filter language. Every token is understood or complained of. */
public final class QueryParser {

  private static final Pattern TOKEN = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\"?)+");
  private static final Pattern FIELD = Pattern.compile("(-?)([A-Za-z][A-Za-z-]*):(.*)", Pattern.DOTALL);
  private static final Pattern VALUE = Pattern.compile("(?:[^,\"]|\"[^\"]*\"?)+");
  private static final String SORT = "sort";

  private final ValueReader values;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final List<Term> terms = new ArrayList<>();
  private Sort sort = Sort.PLACED_LATEST;

  public QueryParser(Instant now, ZoneId zone) {
    this.values = new ValueReader(now, zone);
  }

  /** Reads a text; a parser reads one. */
  public Parsed parse(String text) {
    if (text.length() > OrderQuery.LENGTH_MAX) {
      return misunderstood("", "The filter is longer than " + OrderQuery.LENGTH_MAX + " characters.");
    }
    Matcher token = TOKEN.matcher(text.replace('\0', ' '));
    while (token.find()) {
      read(token.group());
    }
    if (terms.size() > OrderQuery.TERMS_MAX) {
      return misunderstood("", "The filter has more than " + OrderQuery.TERMS_MAX + " terms.");
    }
    return mistakes.isEmpty()
        ? new Parsed.Understood(new OrderQuery(terms, sort))
        : new Parsed.Misunderstood(mistakes);
  }

  private void read(String token) {
    Matcher field = FIELD.matcher(token);
    if (!field.matches()) {
      boolean negated = token.startsWith("-") && token.length() > 1;
      String text = unquoted(negated ? token.substring(1) : token);
      if (!text.isBlank()) {
        terms.add(new Term(Field.TEXT, negated, List.of(new Value.Word(text)), token));
      }
      return;
    }
    String name = field.group(2).toLowerCase(Locale.ROOT);
    String rest = field.group(3);
    if (name.equals(SORT)) {
      readSort(token, rest);
    } else if (rest.isBlank()) {
      mistakes.add(new Mistake(token, "Nothing stands behind " + name + ": in the filter.", null));
    } else {
      Optional<Field> known = known(name);
      if (known.isEmpty()) {
        readUnknown(token, name, field.group(1), rest);
      } else {
        readTerm(token, known.get(), !field.group(1).isEmpty(), rest);
      }
    }
  }

  private void readSort(String token, String rest) {
    Optional<Sort> found =
        Arrays.stream(Sort.values()).filter(s -> s.words().equals(rest.toLowerCase(Locale.ROOT))).findFirst();
    if (found.isPresent()) {
      sort = found.get();
    } else {
      List<String> words = Arrays.stream(Sort.values()).map(Sort::words).toList();
      String near = Nearest.of(rest, words);
      mistakes.add(new Mistake(token, "Orders are sorted by " + String.join(", ", words) + ".",
          near == null ? null : SORT + ":" + near));
    }
  }

  private void readUnknown(String token, String name, String minus, String rest) {
    List<String> names = Stream.concat(
        Arrays.stream(Field.values()).filter(f -> f != Field.TEXT).map(QueryParser::word), Stream.of(SORT)).toList();
    String near = Nearest.of(name, names);
    mistakes.add(new Mistake(
        token, "There is no field " + name + ".", near == null ? null : minus + near + ":" + rest));
  }

  private void readTerm(String token, Field field, boolean negated, String rest) {
    List<Value> read = new ArrayList<>();
    Matcher value = VALUE.matcher(rest);
    while (value.find()) {
      String text = unquoted(value.group());
      Value found = value(field, text);
      if (found == null) {
        String near = Nearest.of(text, choices(field));
        mistakes.add(new Mistake(token, sentence(field, text),
            near == null ? null : (negated ? "-" : "") + word(field) + ":" + near));
        return;
      }
      read.add(found);
    }
    terms.add(new Term(field, negated, read, token));
  }

  /** The value of a field; null when it means nothing there. */
  private @Nullable Value value(Field field, String text) {
    return switch (field) {
      case IS, HEADLINE -> choices(field).contains(text) ? new Value.Word(text) : null;
      case HOLD -> isAnyOrNone(text) ? anyOrNone(text) : choices(field).contains(text) ? new Value.Word(text) : null;
      case COUNTRY -> text.matches("[A-Za-z]{2}") ? new Value.Word(text.toUpperCase(Locale.ROOT)) : null;
      case DUE -> isAnyOrNone(text) ? anyOrNone(text) : values.time(text);
      case PLACED -> values.time(text);
      case TOTAL -> ValueReader.amounts(text);
      case CHANNEL -> new Value.Word(text.toLowerCase(Locale.ROOT));
      case EXT, CUSTOMER, SKU, TAG, TEXT -> new Value.Word(text);
    };
  }

  private static boolean isAnyOrNone(String text) {
    return text.equals("any") || text.equals("none");
  }

  private static Value anyOrNone(String text) {
    return text.equals("any") ? new Value.Any() : new Value.None();
  }

  private static List<String> choices(Field field) {
    return switch (field) {
      case IS -> Arrays.stream(Flag.values()).map(QueryParser::word).toList();
      case HEADLINE -> Arrays.stream(Headline.Word.values()).map(QueryParser::headline).toList();
      case HOLD -> Stream.concat(
          Stream.of("any", "none"), Arrays.stream(Hold.Reason.values()).map(QueryParser::word)).toList();
      case CHANNEL, EXT, CUSTOMER, SKU, TOTAL, DUE, PLACED, COUNTRY, TAG, TEXT -> List.of();
    };
  }

  private static String sentence(Field field, String text) {
    return switch (field) {
      case IS, HEADLINE, HOLD ->
          "There is no " + word(field) + ":" + text + ". Known are " + String.join(", ", choices(field)) + ".";
      case COUNTRY -> "A country is two letters: country:DE.";
      case DUE -> "A deadline reads due:<4h, due:today, due:2026-11-20..2026-11-24 or due:none.";
      case PLACED -> "A time reads placed:today, placed:-7d.. or placed:2026-11-20.";
      case TOTAL -> "A total reads total:>=120eur: a comparison, an amount and its currency.";
      case CHANNEL, EXT, CUSTOMER, SKU, TAG, TEXT -> "This can't be read.";
    };
  }

  private static Optional<Field> known(String name) {
    return Arrays.stream(Field.values()).filter(f -> f != Field.TEXT && word(f).equals(name)).findFirst();
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The word of a headline as it is typed: {@code needs-attention}. */
  static String headline(Headline.Word word) {
    return word.words().toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private static String unquoted(String text) {
    return text.replace("\"", "");
  }

  private static Parsed misunderstood(String token, String sentence) {
    return new Parsed.Misunderstood(List.of(new Mistake(token, sentence, null)));
  }
}
