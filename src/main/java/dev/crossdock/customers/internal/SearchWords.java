package dev.crossdock.customers.internal;

import dev.crossdock.customers.PersonalRecord;
import dev.crossdock.platform.db.Merchant;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words a record is found by, and the query that finds them. Words are letters and digits only, in small letters
 * and without accents, behind the merchant's number; a phone number is stored backwards, so that its last digits are a
 * beginning. Pure.
 */
public final class SearchWords {

  private static final int WORDS_MAX = 24;
  private static final int WORD_LENGTH_MAX = 64;
  private static final int TEXT_LENGTH_MAX = 256;
  private static final int BEGINNING_MIN = 3;
  private static final int PHONE_DIGITS_MIN = 5;
  private static final Pattern MARKS = Pattern.compile("[\\p{M}'’`´]+");
  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern PHONE = Pattern.compile("[\\s\\d()/.+-]+");
  private static final String BACKWARDS = "<";

  private SearchWords() {}

  /** The words of a record's text search vector; null when the record is not to be found. */
  static @Nullable Set<String> lexemes(Merchant merchant, PersonalRecord record) {
    if (!record.dataClass().searchable()) {
      return null;
    }
    Set<String> words = new LinkedHashSet<>();
    texts(record).forEach(text -> words.addAll(words(text)));
    emails(record).forEach(
        email -> {
          words.add(joined(email));
          words.addAll(words(email.substring(0, Math.max(0, email.indexOf('@')))));
        });
    postcodes(record).map(SearchWords::joined).forEach(words::add);
    phones(record).map(SearchWords::backwards).flatMap(Optional::stream).forEach(words::add);
    return words.stream()
        .filter(word -> !word.isEmpty())
        .limit(WORDS_MAX)
        .map(word -> owned(merchant, word))
        .collect(Collectors.toSet());
  }

  /** A text search query in PostgreSQL's own notation; empty when the text holds nothing to search for. */
  public static Optional<String> query(Merchant merchant, String text) {
    String cut = cut(text);
    Optional<String> phone = PHONE.matcher(cut).matches() ? backwards(cut) : Optional.empty();
    if (phone.isPresent()) {
      return Optional.of(lexeme(merchant, phone.get()) + ":* | " + lexeme(merchant, joined(cut)) + ":*");
    }
    List<String> terms = new ArrayList<>();
    for (String part : SPACES.split(cut)) {
      List<String> words = part.indexOf('@') >= 0 ? List.of(joined(part)) : words(part);
      words.stream().filter(word -> !word.isEmpty()).map(word -> term(merchant, word)).forEach(terms::add);
    }
    return terms.isEmpty() ? Optional.empty() : Optional.of(String.join(" & ", terms));
  }

  /** The decimal digits of any script, as 0 to 9. */
  static String digits(String text) {
    return cut(text)
        .codePoints()
        .map(codePoint -> Character.digit(codePoint, 10))
        .filter(digit -> digit >= 0)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining());
  }

  private static String term(Merchant merchant, String word) {
    return lexeme(merchant, word) + (word.codePointCount(0, word.length()) >= BEGINNING_MIN ? ":*" : "");
  }

  private static String lexeme(Merchant merchant, String word) {
    return "'" + owned(merchant, word) + "'";
  }

  private static String owned(Merchant merchant, String word) {
    return merchant.id() + "/" + word;
  }

  private static List<String> words(String text) {
    return Stream.of(GAPS.split(plain(text))).map(SearchWords::shortened).filter(word -> !word.isEmpty()).toList();
  }

  private static String joined(String text) {
    return shortened(GAPS.matcher(plain(text)).replaceAll(""));
  }

  /** Leading zeros go: 0171 at home is +49 171 abroad. */
  private static Optional<String> backwards(String phone) {
    String digits = digits(phone).replaceFirst("^0+", "");
    return digits.length() < PHONE_DIGITS_MIN
        ? Optional.empty()
        : Optional.of(BACKWARDS + shortened(new StringBuilder(digits).reverse().toString()));
  }

  private static String plain(String text) {
    String apart = Normalizer.normalize(cut(text), Normalizer.Form.NFKD);
    return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static String cut(String text) {
    return text.length() <= TEXT_LENGTH_MAX ? text : text.substring(0, TEXT_LENGTH_MAX);
  }

  private static String shortened(String word) {
    return word.codePointCount(0, word.length()) <= WORD_LENGTH_MAX
        ? word
        : word.substring(0, word.offsetByCodePoints(0, WORD_LENGTH_MAX));
  }

  private static Stream<String> texts(PersonalRecord record) {
    return Stream.concat(
            record.contact() == null
                ? Stream.empty()
                : Stream.of(record.contact()).flatMap(contact -> nonNull(contact.name(), contact.company())),
            record.address() == null
                ? Stream.empty()
                : Stream.of(record.address())
                    .flatMap(address -> nonNull(address.name(), address.company(), address.postalCode())))
        .filter(text -> !text.isBlank());
  }

  private static Stream<String> emails(PersonalRecord record) {
    return record.contact() == null ? Stream.empty() : nonNull(record.contact().email());
  }

  private static Stream<String> phones(PersonalRecord record) {
    return nonNull(
        record.contact() == null ? null : record.contact().phone(),
        record.address() == null ? null : record.address().phone());
  }

  private static Stream<String> postcodes(PersonalRecord record) {
    return record.address() == null ? Stream.empty() : nonNull(record.address().postalCode());
  }

  private static Stream<String> nonNull(@Nullable String... texts) {
    return Stream.of(texts).filter(Objects::nonNull);
  }
}
