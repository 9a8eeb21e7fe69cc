package dev.crossdock.console.warehouse.adjust;

import dev.crossdock.console.kit.Choice;
import dev.crossdock.console.kit.Field;
import dev.crossdock.console.kit.Units;
import dev.crossdock.console.warehouse.Forms;
import dev.crossdock.console.warehouse.Mistakes;
import dev.crossdock.console.warehouse.Sent;
import dev.crossdock.console.warehouse.Work;
import dev.crossdock.console.warehouse.adjust.AdjustPage.Asked;
import dev.crossdock.console.warehouse.adjust.AdjustView.Preview;
import dev.crossdock.inventory.StockAt;
import dev.crossdock.inventory.StockReason;
import dev.crossdock.inventory.documents.Rules;
import dev.crossdock.platform.db.Tx;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the page that corrects a level, with what was typed. */
final class AdjustMaker {

  static final String COUNTED = "count";
  private static final List<StockReason> REASONS =
      Arrays.stream(StockReason.values()).filter(StockReason::ofAdjustment).toList();

  private final Sent sent;
  private final String key;
  private final Mistakes mistakes;

  AdjustMaker(Sent sent, String key, Mistakes mistakes) {
    this.sent = sent;
    this.key = key;
    this.mistakes = mistakes;
  }

  /** The reason that was chosen; a text that names none is a correction. */
  static StockReason reason(Sent sent) {
    return REASONS.stream()
        .filter(reason -> reason.name().equals(sent.text("reason"))).findFirst().orElse(StockReason.CORRECTED);
  }

  AdjustView view(Tx tx, Work work) {
    return view(tx, work, null);
  }

  AdjustView preview(Tx tx, Work work, Asked asked, @Nullable StockAt level) {
    int before = level == null ? 0 : level.onHand();
    long after = asked.counted() ? asked.units() : before + asked.units();
    int bound = level == null ? 0 : level.reserved() + level.unavailable();
    if (after < 0) {
      mistakes.add("units", "Only " + Units.words(before) + " lie there.");
      return view(tx, work, null);
    }
    if (after > Rules.UNITS_MAX) {
      mistakes.add("units", "A level holds at most " + Units.words(Rules.UNITS_MAX) + ".");
      return view(tx, work, null);
    }
    String place = work.names(tx).getOrDefault(asked.key().location(), asked.key().location());
    return view(tx, work, new Preview(
        asked.sku().sku(), asked.sku().title(), place, Units.grouped(before),
        after == before ? "none" : Units.signed(after - before), Units.grouped(after),
        Units.grouped(Math.max(0, after - bound)), after < bound ? Units.words(bound - after) : "", lots(asked),
        before));
  }

  private AdjustView view(Tx tx, Work work, @Nullable Preview preview) {
    String mode = sent.text("mode").equals(COUNTED) ? COUNTED : "difference";
    return new AdjustView(
        key,
        Forms.field(Field.text("sku", "SKU or barcode", sent.text("sku")), mistakes),
        Forms.location("location", "Location", sent.text("location"), work.open(tx), mistakes),
        new Choice(
            "mode", "The number is", mode,
            List.of(
                new Choice.Option("difference", "a difference: + came, − went"),
                new Choice.Option(COUNTED, "what was counted there")),
            null),
        Forms.field(Field.text("units", "Units", sent.text("units")), mistakes),
        new AdjustView.Lots(sent.whole("lots"), mistakes.of("lots")),
        new Choice(
            "reason", "Reason of a difference", reason(sent).name(),
            REASONS.stream().map(reason -> new Choice.Option(reason.name(), words(reason))).toList(),
            mistakes.of("reason")),
        Forms.field(
            Field.text("document", "Paper or ticket", sent.text("document"))
                .withHint("Its number, where there is one. No names."),
            mistakes),
        preview, mistakes.lines());
  }

  private static List<String> lots(Asked asked) {
    int sign = asked.units() < 0 ? -1 : 1;
    return asked.lots().stream()
        .map(lot ->
            lot.lot() + ": " + (asked.counted() ? Units.grouped(lot.units()) : Units.signed(sign * lot.units())))
        .toList();
  }

  private static String words(StockReason reason) {
    String name = reason.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
