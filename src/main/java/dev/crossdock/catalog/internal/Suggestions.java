package dev.crossdock.catalog.internal;

import dev.crossdock.catalog.SkuSuggestion;
import dev.crossdock.catalog.SkuSuggestion.Reason;
import dev.crossdock.platform.db.Tx;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Guesses which SKU a channel means. SQL gathers a few hundred candidates along its indexes: the same text listed
 * elsewhere, the barcode, and the keys next to the wanted one in the order of keys, which share its longest beginning.
 * Java judges how like they are.
 */
public final class Suggestions {

  private static final String CANDIDATES =
      """
      (select s.sku, s.title, s.barcode, s.sku_key, true as listed
       from listing l
       join sku s on s.merchant = :merchant and s.sku = l.sku
       where l.merchant = :merchant and l.channel_sku = :wanted
       limit 100)
      union all
      (select s.sku, s.title, s.barcode, s.sku_key, false
       from sku s where s.merchant = :merchant and s.barcode = :wanted limit 100)
      union all
      (select s.sku, s.title, s.barcode, s.sku_key, false
       from sku s where s.merchant = :merchant and s.sku_key >= :key order by s.sku_key limit 200)
      union all
      (select s.sku, s.title, s.barcode, s.sku_key, false
       from sku s where s.merchant = :merchant and s.sku_key < :key order by s.sku_key desc limit 200)
      """;

  private static final int BEGINNING_MIN = 3;
  private static final double LIKENESS_MIN = 0.5;
  private static final Comparator<SkuSuggestion> STRONGEST_FIRST =
      Comparator.comparing(SkuSuggestion::reason)
          .thenComparing(Comparator.comparingDouble(SkuSuggestion::likeness).reversed())
          .thenComparing(SkuSuggestion::sku);

  record Candidate(String sku, String title, @Nullable String barcode, String key, boolean listed) {}

  public List<SkuSuggestion> of(Tx tx, String channelSku, int limit) {
    String wanted = SkuText.strip(channelSku);
    if (!SkuText.isWellFormed(wanted, SkuText.CHANNEL_LENGTH_MAX)) {
      return List.of();
    }
    Stream<Candidate> candidates =
        tx.sql(CANDIDATES)
            .param("wanted", wanted)
            .param("key", SkuText.key(wanted))
            .query(
                (row, number) ->
                    new Candidate(
                        row.getString("sku"),
                        row.getString("title"),
                        row.getString("barcode"),
                        row.getString("sku_key"),
                        row.getBoolean("listed")))
            .list()
            .stream();
    return best(wanted, candidates, limit);
  }

  /** The likeliest of the candidates, each SKU once with its strongest reason. Pure. */
  static List<SkuSuggestion> best(String wanted, Stream<Candidate> candidates, int limit) {
    Set<String> seen = new HashSet<>();
    return candidates
        .map(candidate -> judge(wanted, candidate))
        .filter(Objects::nonNull)
        .sorted(STRONGEST_FIRST)
        .filter(suggestion -> seen.add(suggestion.sku()))
        .limit(limit)
        .toList();
  }

  private static @Nullable SkuSuggestion judge(String wanted, Candidate candidate) {
    String key = SkuText.key(wanted);
    String other = candidate.key();
    double likeness = likeness(key, other);
    Reason reason;
    if (!key.isEmpty() && key.equals(other)) {
      reason = Reason.SAME_LETTERS;
    } else if (candidate.listed()) {
      reason = Reason.LISTED_ELSEWHERE;
    } else if (wanted.equals(candidate.barcode())) {
      reason = Reason.BARCODE;
    } else if (Math.min(key.length(), other.length()) >= BEGINNING_MIN
        && (key.startsWith(other) || other.startsWith(key))) {
      reason = Reason.BEGINNING;
    } else if (likeness >= LIKENESS_MIN) {
      reason = Reason.SIMILAR;
    } else {
      return null;
    }
    return new SkuSuggestion(candidate.sku(), candidate.title(), reason, likeness);
  }

  /** The share of neighbouring pairs of characters that two texts have in common (Sørensen–Dice), 0 to 1. */
  static double likeness(String a, String b) {
    Set<String> pairsOfA = pairs(a);
    Set<String> pairsOfB = pairs(b);
    if (pairsOfA.isEmpty() || pairsOfB.isEmpty()) {
      return a.equals(b) ? 1 : 0;
    }
    long common = pairsOfA.stream().filter(pairsOfB::contains).count();
    return 2.0 * common / (pairsOfA.size() + pairsOfB.size());
  }

  private static Set<String> pairs(String text) {
    Set<String> pairs = new HashSet<>();
    IntStream.range(0, text.length() - 1).forEach(i -> pairs.add(text.substring(i, i + 2)));
    return pairs;
  }
}
