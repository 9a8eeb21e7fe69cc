package dev.crossdock.routing.network.internal;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.platform.money.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with one item, field by field, and the readers of fields that many items have. */
final class Faults {

  static final Predicate<String> WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._:+/*-]{0,39}").asMatchPredicate();
  static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).collect(Collectors.toSet());
  private static final int WORDS_MAX = 300;
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,3})?");

  private final int index;
  private final List<ItemError> errors = new ArrayList<>();

  Faults(int index) {
    this.index = index;
  }

  void refuse(String field, String rule, String sentence) {
    errors.add(new ItemError(index, field, rule, sentence));
  }

  boolean none() {
    return errors.isEmpty();
  }

  List<ItemError> all() {
    return errors;
  }

  /** Required text of a form; empty after a refusal. */
  String text(String field, @Nullable String value, Predicate<String> form, String sentence) {
    if (value == null || value.isBlank()) {
      refuse(field, "required", "It must be given.");
      return "";
    }
    if (!form.test(value.strip())) {
      refuse(field, "format", sentence);
      return "";
    }
    return value.strip();
  }

  /** Words in their order, each once. */
  List<String> words(
      String field, @Nullable List<@Nullable String> values, Predicate<String> form, String rule, String sentence) {
    TreeSet<String> words = new TreeSet<>();
    List<@Nullable String> given = values == null ? List.of() : values;
    if (given.size() > WORDS_MAX) {
      refuse(field, "too-many", "At most " + WORDS_MAX + " are taken.");
      return List.of();
    }
    for (int i = 0; i < given.size(); i++) {
      String word = given.get(i);
      if (word == null || !form.test(word.strip())) {
        refuse(field + "[" + i + "]", word == null ? "required" : rule, word == null ? "It is missing." : sentence);
      } else {
        words.add(word.strip());
      }
    }
    return List.copyOf(words);
  }

  List<String> countries(String field, @Nullable List<@Nullable String> values) {
    return words(field, values, COUNTRIES::contains, "unknown", "It must be two capital letters of ISO 3166-1.");
  }

  List<LocalDate> dates(String field, @Nullable List<@Nullable String> values) {
    TreeSet<LocalDate> dates = new TreeSet<>();
    List<@Nullable String> given = values == null ? List.of() : values;
    for (int i = 0; i < given.size(); i++) {
      String text = given.get(i);
      try {
        dates.add(LocalDate.parse(text == null ? "" : text));
      } catch (DateTimeException e) {
        refuse(field + "[" + i + "]", "format", "It must be a date such as 2026-12-25.");
      }
    }
    if (dates.size() > WORDS_MAX) {
      refuse(field, "too-many", "At most " + WORDS_MAX + " are taken.");
    }
    return List.copyOf(dates);
  }

  /** A time of day; 24:00 is the midnight that ends a day. */
  @Nullable LocalTime time(String field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    } catch (DateTimeException e) {
      refuse(field, "format", "It must be a time such as 09:30.");
      return null;
    }
  }

  @Nullable Integer whole(String field, @Nullable Integer value, int least, int most) {
    if (value != null && (value < least || value > most)) {
      refuse(field, "range", "It must be " + least + " to " + most + ".");
      return null;
    }
    return value;
  }

  int whole(String field, @Nullable Integer value, int least, int most, int usual) {
    Integer checked = whole(field, value, least, most);
    return checked == null ? usual : checked;
  }

  /** A known currency; null after a refusal. */
  @Nullable Currency currency(String field, @Nullable String code) {
    if (code == null || !CURRENCIES.contains(code)) {
      refuse(
          field, code == null ? "required" : "unknown", "It must be a currency of ISO 4217, such as USD.");
      return null;
    }
    return Currency.getInstance(code);
  }

  /** A decimal amount that is not below zero, in minor units; null where it is absent or refused. */
  @Nullable Long amount(String field, @Nullable String text, @Nullable Currency currency) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (!DECIMAL.matcher(text.strip()).matches()) {
      refuse(field, "format", "It must be an amount such as 4.95.");
      return null;
    }
    BigDecimal amount = new BigDecimal(text.strip());
    if (currency == null) {
      return null;
    }
    if (amount.stripTrailingZeros().scale() > Money.exponent(currency)) {
      refuse(field, "format", "More decimals than " + currency.getCurrencyCode() + " has.");
      return null;
    }
    return Money.of(amount, currency).minor();
  }

  long amountOrZero(String field, @Nullable String text, @Nullable Currency currency) {
    Long amount = amount(field, text, currency);
    return amount == null ? 0 : amount;
  }
}
