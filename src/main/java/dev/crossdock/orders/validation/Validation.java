package dev.crossdock.orders.validation;

import dev.crossdock.customers.AddressProblem;
import dev.crossdock.orders.Finding;
import dev.crossdock.orders.Hold;
import dev.crossdock.orders.ResolvedOrder;
import dev.crossdock.orders.ResolvedOrder.Delivery;
import dev.crossdock.orders.ResolvedOrder.Line;
import dev.crossdock.platform.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * All rules, in the order people read their findings. Each is judged anew whenever the channel tells a newer version
 * or its cause may have gone, and a hold whose rule finds nothing any more closes by itself.
 */
public final class Validation {

  /** Kept apart from the sum of the parts, rounding each line may cost one minor unit. */
  private static final int ROUNDING_MINOR_PER_LINE = 1;

  private static final List<Rule> RULES =
      List.of(
          Validation::channelPending,
          Validation::skuUnmapped,
          Validation::paymentNotCleared,
          Validation::totals,
          Validation::address,
          Validation::restrictedDestination,
          Validation::pickupPlace,
          Validation::duplicate);

  private Validation() {}

  /** What the rules find; empty for an order that may go on. */
  public static List<Finding> check(Candidate candidate) {
    List<Finding> findings = new ArrayList<>();
    boolean nothingToDo =
        candidate.order().cancelled() || candidate.order().lines().stream().noneMatch(Validation::toShip);
    if (!nothingToDo) {
      RULES.forEach(rule -> findings.addAll(rule.check(candidate)));
    }
    return findings;
  }

  private static List<Finding> channelPending(Candidate candidate) {
    return candidate.order().terms().pending()
        ? List.of(
            Finding.stopsRelease(
                "channel-pending",
                Hold.Reason.CHANNEL_PENDING,
                "The channel has not released this order yet. It goes on by itself when the channel does.",
                Map.of()))
        : List.of();
  }

  private static List<Finding> skuUnmapped(Candidate candidate) {
    return candidate.order().lines().stream()
        .filter(line -> toShip(line) && line.sku() == null)
        .map(
            line ->
                Finding.stopsLine(
                    "sku-unmapped",
                    line.externalId(),
                    Hold.Reason.SKU_UNMAPPED,
                    line.channelSku() == null
                        ? "The channel gave no SKU for this line. Give the listing a SKU at the channel."
                        : "The channel's SKU " + line.channelSku() + " stands for none of ours. Map it.",
                    line.channelSku() == null ? Map.of() : Map.of("channelSku", line.channelSku())))
        .toList();
  }

  private static List<Finding> paymentNotCleared(Candidate candidate) {
    ResolvedOrder.Payment payment = candidate.order().terms().payment();
    boolean free = candidate.order().sums().total() != null && candidate.order().sums().total() == 0;
    return payment.cleared() || free || candidate.order().terms().pending()
        ? List.of()
        : List.of(
            Finding.stopsRelease(
                "payment-not-cleared",
                Hold.Reason.PAYMENT,
                "The payment is " + payment.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                    + ". Stock is kept; the order goes on when the channel reports it paid or authorised.",
                Map.of("payment", payment.name())));
  }

  private static List<Finding> totals(Candidate candidate) {
    long difference = candidate.totalDifference();
    int tolerance = ROUNDING_MINOR_PER_LINE * candidate.order().lines().size();
    if (Math.abs(difference) <= tolerance) {
      return List.of();
    }
    Currency currency = Currency.getInstance(candidate.order().identity().currency());
    Money off = new Money(difference, currency);
    Money stated = new Money(Objects.requireNonNullElse(candidate.order().sums().total(), 0L), currency);
    Money parts = stated.minus(off);
    Money apart = difference < 0 ? off.negated() : off;
    return List.of(
        Finding.stopsRelease(
            "totals-do-not-add-up",
            Hold.Reason.PRICE_OR_TAX_MISMATCH,
            "The channel's total of " + stated.words() + " is " + apart.words() + (difference < 0 ? " less" : " more")
                + " than lines, charges and taxes less discounts, which make " + parts.words() + ".",
            Map.of(
                "currency", currency.getCurrencyCode(), "total", stated.text(), "parts", parts.text(), "difference",
                off.text())));
  }

  private static List<Finding> address(Candidate candidate) {
    if (candidate.order().terms().pending() || candidate.order().terms().delivery() != Delivery.SHIP) {
      return List.of();
    }
    if (candidate.addressMissing()) {
      return List.of(
          Finding.stopsRelease(
              "address-incomplete", Hold.Reason.ADDRESS, "The channel told no shipping address.", Map.of()));
    }
    List<AddressProblem> problems = candidate.addressProblems().stream().filter(AddressProblem::blocking).toList();
    return problems.isEmpty()
        ? List.of()
        : List.of(
            Finding.stopsRelease(
                "address-incomplete",
                Hold.Reason.ADDRESS,
                problems.stream().map(AddressProblem::sentence).collect(Collectors.joining(" ")),
                problems.stream()
                    .collect(Collectors.toMap(AddressProblem::field, AddressProblem::rule, (a, b) -> a + ", " + b))));
  }

  private static List<Finding> restrictedDestination(Candidate candidate) {
    String country = candidate.order().parties().shipCountry();
    return country != null && candidate.restrictedCountries().contains(country)
        ? List.of(
            Finding.stopsRouting(
                "restricted-destination",
                Hold.Reason.COMPLIANCE,
                "Nothing is shipped to " + country + " by the merchant's own rule.",
                Map.of("country", country)))
        : List.of();
  }

  private static List<Finding> pickupPlace(Candidate candidate) {
    String problem = candidate.pickupProblem();
    String told = candidate.order().terms().pickupAt();
    return problem == null || candidate.order().terms().pending()
        ? List.of()
        : List.of(
            Finding.stopsRouting(
                "pickup-place-unknown", Hold.Reason.PICKUP_PLACE, problem,
                told == null ? Map.of() : Map.of("pickupAt", told)));
  }

  private static List<Finding> duplicate(Candidate candidate) {
    return candidate.lookalikes().isEmpty()
        ? List.of()
        : List.of(
            Finding.stopsRelease(
                "duplicate-suspected",
                Hold.Reason.DUPLICATE_SUSPECT,
                "The same buyer ordered the same goods for the same sum a short time before: "
                    + String.join(", ", candidate.lookalikes()) + ".",
                Map.of("orders", String.join(",", candidate.lookalikes()))));
  }

  private static boolean toShip(Line line) {
    return line.ours() && line.ordered() - line.cancelled() - line.shipped() > 0;
  }
}
