package dev.crossdock.orders;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that stops an order, or one of its lines, on purpose.
 *
 * @param line the line it stops; null for the whole order
 * @param rule the named rule, or {@code manual}
 * @param blocks which steps it stops
 * @param keepsStock whether stock stays promised meanwhile; if not, what is reserved is given back when it opens
 * @param sentence what is wrong and what is needed, for a person; no personal data
 * @param evidence what the rule saw; when the same evidence comes again after a person released the hold, it stays
 *     released
 */
public record Hold(
    UUID id,
    @Nullable Integer line,
    Reason reason,
    String rule,
    Set<Step> blocks,
    boolean keepsStock,
    String sentence,
    Map<String, String> evidence,
    Instant openedAt,
    String openedBy,
    @Nullable Release release) {

  /** Why. */
  public enum Reason {
    PAYMENT("Payment"),
    FRAUD_REVIEW("Fraud review"),
    ADDRESS("Address"),
    SKU_UNMAPPED("SKU not mapped"),
    PRICE_OR_TAX_MISMATCH("Totals do not add up"),
    STOCK_SHORT("Stock short"),
    BACKORDER("Backorder"),
    PREORDER("Pre-order"),
    CREDIT_LIMIT("Credit limit"),
    APPROVAL("Approval"),
    COMPLIANCE("Restricted destination"),
    PICKUP_PLACE("Pickup place"),
    DUPLICATE_SUSPECT("Possible duplicate"),
    CUSTOMER_REQUEST("Customer request"),
    MANUAL("Manual"),
    HOLD_UNTIL("Until a date"),
    CHANNEL_PENDING("Channel pending"),
    BUYER_EDIT_WINDOW("Buyer may still edit"),
    AWAITING_RETURN("Awaiting return"),
    EXTERNAL("Set by another system");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /** The words people read. */
    public String words() {
      return words;
    }
  }

  /** What a hold can stop. */
  public enum Step {
    APPROVE,
    ROUTE,
    RELEASE,
    SHIP
  }

  /** How a hold ended. */
  public record Release(Instant at, String by, boolean byPerson, String note) {}

  public boolean open() {
    return release == null;
  }

  Hold released(Release how) {
    return new Hold(id, line, reason, rule, blocks, keepsStock, sentence, evidence, openedAt, openedBy, how);
  }
}
