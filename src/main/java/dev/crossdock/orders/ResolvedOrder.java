package dev.crossdock.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order with everything of ours looked up: SKUs and kits, references instead of personal data, and money
 * allocated to lines to the cent. Amounts are minor units of the shop's currency.
 */
public record ResolvedOrder(
    Identity identity,
    Terms terms,
    Sums sums,
    Parties parties,
    Source source,
    boolean cancelled,
    @Nullable String cancelReason,
    List<Line> lines,
    List<Charge> charges) {

  public ResolvedOrder {
    lines = List.copyOf(lines);
    charges = List.copyOf(charges);
  }

  /** What never changes after the order was placed. */
  public record Identity(
      ChannelRef channel,
      String externalNumber,
      @Nullable String groupId,
      boolean test,
      Instant placedAt,
      String currency) {}

  /**
   * What the channel may still change about the order as a whole.
   *
   * @param pickupAt the channel's name for the place the buyer collects at; null where there is none or it tells none
   */
  public record Terms(
      Delivery delivery,
      Payment payment,
      boolean pending,
      @Nullable Instant shipBy,
      @Nullable Instant deliverBy,
      List<String> tags,
      @Nullable String pickupAt) {}

  /** How the goods get to the buyer. */
  public enum Delivery {
    SHIP,
    PICKUP,
    CARRY_OUT,
    NONE
  }

  /** The payment axis. */
  public enum Payment {
    NONE,
    PENDING,
    AUTHORISED,
    PARTIALLY_PAID,
    PAID,
    OVERPAID,
    FAILED,
    EXPIRED,
    PARTIALLY_REFUNDED,
    REFUNDED,
    CHARGEBACK,
    ON_TERMS;

    /** Whether goods may leave. */
    public boolean cleared() {
      return switch (this) {
        case AUTHORISED, PAID, OVERPAID, PARTIALLY_REFUNDED, ON_TERMS -> true;
        case NONE, PENDING, PARTIALLY_PAID, FAILED, EXPIRED, REFUNDED, CHARGEBACK -> false;
      };
    }
  }

  /** The order's sums as the channel states them; null where it does not. */
  public record Sums(
      @Nullable Long total,
      @Nullable Long paid,
      @Nullable Long refunded,
      long giftCards,
      @Nullable String buyerCurrency,
      @Nullable Long buyerTotal,
      boolean taxIncluded) {}

  /**
   * References to personal data, and the little of the destination that decisions and figures need.
   *
   * @param note what the buyer wrote: a wish, a gift message
   */
  public record Parties(
      @Nullable UUID contact,
      @Nullable UUID shipTo,
      @Nullable UUID billTo,
      @Nullable UUID note,
      @Nullable String shipCountry,
      @Nullable String shipRegion) {

    /** The references there are. */
    public Set<UUID> refs() {
      return Stream.of(contact, shipTo, billTo, note).filter(Objects::nonNull).collect(Collectors.toSet());
    }
  }

  /** Which version of the order at the channel this is. */
  public record Source(Instant version) {}

  /** A line; {@code sku} is null while the channel's SKU is mapped to none of ours. */
  public record Line(
      String externalId,
      @Nullable String channelSku,
      @Nullable String sku,
      String title,
      Kind kind,
      FulfilledBy fulfilledBy,
      int ordered,
      int cancelled,
      int shipped,
      @Nullable Long unitPrice,
      @Nullable Long subtotal,
      long discount,
      List<Tax> taxes,
      List<String> unitIds,
      @Nullable String parentExternalId,
      List<Component> components) {

    public Line {
      taxes = List.copyOf(taxes);
      unitIds = List.copyOf(unitIds);
      components = List.copyOf(components);
    }

    /** Whether we ship it from stock of ours. */
    public boolean ours() {
      return kind == Kind.GOODS && fulfilledBy == FulfilledBy.MERCHANT;
    }

    public long tax() {
      return taxes.stream().mapToLong(Tax::amount).sum();
    }

    /** The line as it is once its SKU is known. */
    public Line resolved(String ourSku, List<Component> parts) {
      return new Line(
          externalId, channelSku, ourSku, title, kind, fulfilledBy, ordered, cancelled, shipped, unitPrice, subtotal,
          discount, taxes, unitIds, parentExternalId, parts);
    }
  }

  /** What kind of thing a line sells. */
  public enum Kind {
    GOODS,
    DIGITAL,
    GIFT_CARD
  }

  /** Who ships a line. */
  public enum FulfilledBy {
    MERCHANT,
    CHANNEL
  }

  /** What one unit of a line is made of. */
  public record Component(String sku, int units) {}

  /** A tax and who remits it. */
  public record Tax(String title, @Nullable BigDecimal rate, long amount, boolean channelRemits) {}

  /** Something paid besides the lines. */
  public record Charge(String kind, String code, long amount, long discount, List<Tax> taxes) {

    public Charge {
      taxes = List.copyOf(taxes);
    }

    public long tax() {
      return taxes.stream().mapToLong(Tax::amount).sum();
    }
  }
}
