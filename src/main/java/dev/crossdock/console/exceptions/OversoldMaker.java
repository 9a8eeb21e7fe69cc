package dev.crossdock.console.exceptions;

import dev.crossdock.console.exceptions.OversoldView.Button;
import dev.crossdock.console.exceptions.OversoldView.Day;
import dev.crossdock.console.exceptions.OversoldView.Line;
import dev.crossdock.console.exceptions.OversoldView.Offer;
import dev.crossdock.console.kit.Field;
import dev.crossdock.orders.exceptions.ExceptionSearch.Case;
import dev.crossdock.orders.exceptions.ExceptionType;
import dev.crossdock.orders.shortage.Remedies;
import dev.crossdock.orders.shortage.Remedy;
import dev.crossdock.platform.db.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows what would settle lines that were sold without stock, with a button where a command does it. */
@Component
final class OversoldMaker {

  /** Lines shown with their remedies; what settles one often settles more. */
  static final int LINES_MAX = 20;

  private final Remedies remedies;

  OversoldMaker(Remedies remedies) {
    this.remedies = remedies;
  }

  /** Null for a cause of another kind. */
  @Nullable OversoldView of(Tx tx, List<Case> cases, @Nullable Supplier<String> key) {
    if (cases.isEmpty() || cases.getFirst().type() != ExceptionType.OVERSOLD) {
      return null;
    }
    List<Case> shown = cases.stream().limit(LINES_MAX).toList();
    Map<UUID, List<Remedy>> help = remedies.of(tx, shown);
    List<Line> lines = new ArrayList<>();
    for (Case one : shown) {
      List<Offer> offers =
          help.getOrDefault(one.id(), List.of()).stream().map(remedy -> offer(one, remedy, key)).toList();
      lines.add(
          new Line(
              Objects.requireNonNullElse(one.orderNumber(), "Order") + ", line "
                  + one.evidence().getOrDefault("line", ""),
              "/console/orders/" + one.order(),
              one.sentence(),
              offers));
    }
    int more = cases.size() - shown.size();
    return new OversoldView(
        lines,
        key == null
            ? null
            : new Day(key.get(), Field.text("day", "Promise these lines for", "").withHint("For instance 2027-01-15")),
        more > 0 ? "The first " + LINES_MAX + " are shown; settle these, and the next follow." : "");
  }

  private static Offer offer(Case one, Remedy remedy, @Nullable Supplier<String> key) {
    String words =
        switch (remedy.kind()) {
          case BACKORDER -> "Promise this day";
          case DISPLACE -> "Take them";
          case SUBSTITUTE -> "Send it instead";
          case CANCEL -> "Cancel";
          case OTHER_LOCATION, TRANSFER -> "";
        };
    if (key == null || words.isEmpty()) {
      return new Offer(remedy.words(), null);
    }
    return new Offer(
        remedy.words(),
        new Button(words, key.get(), one.id().toString(), remedy.kind().name(), choice(remedy)));
  }

  private static String choice(Remedy remedy) {
    String name =
        switch (remedy.kind()) {
          case BACKORDER -> "promisedOn";
          case DISPLACE -> "from";
          case SUBSTITUTE -> "sku";
          case CANCEL -> "units";
          case OTHER_LOCATION -> "location";
          case TRANSFER -> "units";
        };
    return String.valueOf(remedy.parameters().get(name));
  }
}
