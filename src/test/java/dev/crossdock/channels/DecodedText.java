package dev.crossdock.channels;

import dev.crossdock.platform.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a message said, as text that a person can check against the message; everything an order holds is in it. */
final class DecodedText {

  private DecodedText() {}

  static String of(Decoded decoded) {
    return switch (decoded) {
      case Decoded.Snapshot(IncomingOrder order) -> order(order);
      case Decoded.FetchNeeded(String id, Instant at) -> "fetch " + id + " changed " + at + "\n";
      case Decoded.Removed(String id, Instant at) -> "removed " + id + " at " + at + "\n";
      case Decoded.Ignored(String reason) -> "ignored: " + reason + "\n";
      case Decoded.Invalid(String path, String rule, String sentence) ->
          "invalid " + path + " " + rule + ": " + sentence + "\n";
    };
  }

  /** One line, for pages of orders. */
  static String brief(Decoded decoded) {
    return switch (decoded) {
      case Decoded.Snapshot(IncomingOrder order) -> "order " + order.externalId();
      case Decoded.Invalid(String path, String rule, _) -> "invalid " + path + " " + rule;
      case Decoded.FetchNeeded _, Decoded.Removed _, Decoded.Ignored _ -> of(decoded).strip();
    };
  }

  private static String order(IncomingOrder order) {
    List<String> text = new ArrayList<>();
    text.add("order " + order.externalId() + " number " + order.externalNumber());
    text.add("version " + order.version() + " placed " + order.placedAt());
    add(text, "group", order.groupId());
    add(text, "marks", marks(order));
    text.add("payment " + order.payment() + " delivery " + order.delivery());
    add(text, "collected at", order.pickupAt());
    add(text, "buyer", party(order.buyer()));
    add(text, "ship to", address(order.shipTo()));
    add(text, "bill to", address(order.billTo()));
    order.lines().forEach(line -> line(text, line));
    for (IncomingCharge charge : order.charges()) {
      String amount = amount(charge.amount()) + less(charge.discount());
      text.add("charge " + charge.kind() + " \"" + charge.code() + "\" " + amount);
      charge.taxes().forEach(tax -> text.add(tax(tax)));
    }
    order.discounts().forEach(one -> text.add("discount \"" + one.code() + "\" " + amount(one.amount())));
    order.giftCards().forEach(card -> text.add("gift card " + amount(card)));
    text.add(
        "total " + amount(order.total()) + " " + order.currency() + " paid " + amount(order.paid()) + " refunded "
            + amount(order.refunded()) + " buyer " + order.buyerTotal());
    text.add("difference " + IncomingTotals.of(order).map(totals -> amount(totals.difference())).orElse("unknown"));
    add(text, "ship by", order.shipBy());
    add(text, "deliver by", order.deliverBy());
    add(text, "note", order.note() == null ? null : order.note().replace("\n", " // "));
    add(text, "tags", order.tags().isEmpty() ? null : String.join(", ", new TreeSet<>(order.tags())));
    return String.join("\n", text) + "\n";
  }

  private static void line(List<String> text, IncomingLine line) {
    text.add(
        "line " + line.externalId() + " sku " + line.channelSku() + " \"" + line.title() + "\" " + line.kind() + " by "
            + line.fulfilledBy());
    text.add(
        "  " + line.ordered() + " ordered, " + line.cancelled() + " cancelled, " + line.shipped() + " shipped, at "
            + amount(line.unitPrice()) + " = " + amount(line.subtotal()) + less(line.discount()));
    add(text, "  part of", line.parentExternalId());
    add(text, "  units", line.unitIds().isEmpty() ? null : String.join(" ", line.unitIds()));
    line.taxes().forEach(tax -> text.add(tax(tax)));
  }

  private static String tax(IncomingTax tax) {
    return "  tax \"" + tax.title() + "\" " + tax.rate() + " " + amount(tax.amount())
        + (tax.channelRemits() ? " paid by the channel" : "");
  }

  private static String less(@Nullable Money discount) {
    return discount == null || discount.isZero() ? "" : " less " + amount(discount);
  }

  private static @Nullable String marks(IncomingOrder order) {
    String marks =
        Stream.of(
                order.test() ? "test" : null,
                order.pending() ? "pending" : null,
                order.cancelled() ? "cancelled (" + order.cancelReason() + ")" : null,
                order.pricesIncludeTax() ? "prices include tax" : null)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return marks.isEmpty() ? null : marks;
  }

  private static String party(IncomingParty party) {
    return parts(party.name(), party.company(), party.email(), party.phone());
  }

  private static @Nullable String address(@Nullable IncomingAddress a) {
    return a == null
        ? null
        : parts(
            a.name(), a.company(), a.line1(), a.line2(), a.line3(), a.city(), a.region(), a.postalCode(), a.country(),
            a.phone(), a.latitude() == null ? null : a.latitude() + "/" + a.longitude());
  }

  private static String parts(@Nullable String... parts) {
    return Stream.of(parts).map(part -> part == null ? "-" : part).collect(Collectors.joining(" | "));
  }

  private static String amount(@Nullable Money money) {
    return money == null ? "unknown" : money.text();
  }

  private static void add(List<String> text, String word, @Nullable Object value) {
    if (value != null) {
      text.add(word + " " + value);
    }
  }
}
