package dev.crossdock.inventory.checkout.internal;

import dev.crossdock.inventory.checkout.CheckoutHold;
import dev.crossdock.inventory.checkout.CheckoutState;
import dev.crossdock.platform.journal.JournalEntry;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What checkout holds tell the journal. */
public final class CheckoutEvents {

  private CheckoutEvents() {}

  public static JournalEntry held(CheckoutHold hold, Instant now) {
    ObjectNode payload =
        head(hold)
            .put("channel", hold.channel())
            .put("account", hold.account());
    ArrayNode lines = payload.putArray("lines");
    hold.parts().forEach(part ->
        lines
            .addObject()
            .put("line", part.line())
            .put("sku", part.sku())
            .put("location", part.location())
            .put("units", part.units()));
    return entry(hold, "checkout.held", now, payload);
  }

  public static JournalEntry extended(CheckoutHold hold, Instant now) {
    return entry(hold, "checkout.extended", now, head(hold));
  }

  /** Claimed, released or expired. */
  public static JournalEntry ended(CheckoutHold hold, Instant now) {
    ObjectNode payload = head(hold);
    if (hold.state() == CheckoutState.CLAIMED) {
      payload.put("order", String.valueOf(hold.order()));
    }
    return entry(hold, "checkout." + hold.state().name().toLowerCase(Locale.ROOT), now, payload);
  }

  private static ObjectNode head(CheckoutHold hold) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("state", hold.state().name())
        .put("expiresAt", hold.expiresAt().toString());
  }

  private static JournalEntry entry(CheckoutHold hold, String type, Instant now, ObjectNode payload) {
    return new JournalEntry("checkout:" + hold.id(), hold.version(), type, now, payload.toString());
  }
}
