package dev.crossdock.console.orders;

import dev.crossdock.orders.Hold;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a rule saw and who it was, in words of people: rules by name, no field of a program. */
public final class HoldWords {

  private HoldWords() {}

  /** What the rule saw, one fact a line, in the order of their names. */
  public static List<String> evidence(Hold hold) {
    return hold.evidence().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(fact -> name(fact.getKey()) + ": " + value(fact.getKey(), fact.getValue()))
        .toList();
  }

  /** Who opened it: a person by name, a rule by what it looks for. */
  public static String openedBy(Hold hold) {
    return hold.rule().equals("manual") ? hold.openedBy() : "the rule “" + words(hold.rule()) + "”";
  }

  /** A rule's name without its hyphens: {@code totals-do-not-add-up}. */
  public static String words(String rule) {
    return rule.replace('-', ' ').replace("sku", "SKU").replace("json", "JSON");
  }

  private static String name(String key) {
    return switch (key) {
      case "channelSku" -> "SKU of the channel";
      case "orders" -> "Orders that look the same";
      default -> {
        String apart = key.replaceAll("(?<=[a-z])(?=[A-Z0-9])", " ").toLowerCase(Locale.ROOT);
        yield apart.isEmpty() ? key : apart.substring(0, 1).toUpperCase(Locale.ROOT) + apart.substring(1);
      }
    };
  }

  private static String value(String key, String value) {
    return switch (key) {
      case "payment" -> value.toLowerCase(Locale.ROOT).replace('_', ' ');
      case "orders" -> value.replace(",", ", ");
      default -> value;
    };
  }
}
