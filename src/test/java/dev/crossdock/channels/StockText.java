package dev.crossdock.channels;

import dev.crossdock.channels.stock.StockPush.Shown;
import dev.crossdock.channels.stock.StockPush.Told;
import dev.crossdock.channels.stock.StockPush;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What came of telling stock, or of asking for it, as lines that a recording can state. */
final class StockText {

  private StockText() {}

  static List<String> of(Told told) {
    return switch (told) {
      case Told.Taken(
              List<StockPush.Refused> refused, Map<String, String> references, Set<Integer> leftOver,
              Instant notBefore) -> {
        List<String> text = new ArrayList<>(List.of(refused.isEmpty() ? "taken" : "taken but"));
        refused.forEach(each -> text.add("refused " + each.index() + ": " + each.words()));
        new TreeSet<>(leftOver).forEach(index -> text.add("left over " + index));
        text.addAll(learnt(references, notBefore));
        yield text;
      }
      case StockPush.TryLater(Instant notBefore, String reason) -> later(notBefore, reason);
      case StockPush.Failed(String reason) -> List.of("failed", reason);
    };
  }

  static List<String> of(Shown shown) {
    return switch (shown) {
      case Shown.Levels(List<StockPush.Level> levels, Map<String, String> references, Instant notBefore) -> {
        List<String> text = new ArrayList<>(List.of("shown"));
        levels.forEach(
            level ->
                text.add((level.place().channelSku() + " " + level.place().location()).strip() + ": " + level.units()));
        text.addAll(learnt(references, notBefore));
        yield text;
      }
      case StockPush.TryLater(Instant notBefore, String reason) -> later(notBefore, reason);
      case StockPush.Failed(String reason) -> List.of("failed", reason);
    };
  }

  private static List<String> learnt(Map<String, String> references, Instant notBefore) {
    List<String> text = new ArrayList<>();
    new TreeMap<>(references).forEach((sku, reference) -> text.add("reference " + sku + ": " + reference));
    if (notBefore.isAfter(ReplayedExchange.NOW)) {
      text.add("again in " + Duration.between(ReplayedExchange.NOW, notBefore).toMillis() + " ms");
    }
    return text;
  }

  private static List<String> later(Instant notBefore, String reason) {
    return List.of("later " + Duration.between(ReplayedExchange.NOW, notBefore).toMillis() + " ms", reason);
  }
}
