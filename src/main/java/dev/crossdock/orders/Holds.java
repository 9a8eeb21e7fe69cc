package dev.crossdock.orders;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens and closes holds as the rules' findings come and go. */
final class Holds {

  private static final String BY_RULE = "rule";

  /** Opened and closed by where units are, not by what the channel tells. */
  private static final Set<Hold.Reason> BY_ROUTING = Set.of(Hold.Reason.STOCK_SHORT, Hold.Reason.PREORDER);

  private Holds() {}

  /** Opens what was found and is not open, closes what the rules no longer find; holds by people stay. */
  static void reconcile(Draft draft, List<Finding> findings, Instant now) {
    for (Hold hold : draft.order().openHolds()) {
      if (hold.openedBy().equals(BY_RULE)
          && !BY_ROUTING.contains(hold.reason())
          && findings.stream().noneMatch(finding -> matches(draft.order(), finding, hold))) {
        emitRelease(draft, hold, now, "no longer found");
      }
    }
    for (Finding finding : findings) {
      boolean settled =
          draft.order().holds().stream()
              .anyMatch(h -> matches(draft.order(), finding, h) && (h.open() || settledByPerson(finding, h)));
      if (!settled) {
        open(draft, finding, BY_RULE, now);
      }
    }
  }

  static void open(Draft draft, Finding finding, String by, Instant now) {
    Integer line = lineOf(draft.order(), finding);
    UUID id =
        UUID.nameUUIDFromBytes(
            (draft.order().id() + "/" + draft.order().version() + "/" + finding.rule())
                .getBytes(StandardCharsets.UTF_8));
    draft.emit(
        new OrderEvent.HoldOpened(
            new Hold(
                id, line, finding.reason(), finding.rule(), finding.blocks(), finding.keepsStock(),
                finding.sentence(), finding.evidence(), now, by, null)));
    if (!finding.keepsStock()) {
      for (OrderLine concerned : draft.order().lines()) {
        if (line == null || line == concerned.line()) {
          Units.free(draft, concerned.line(), "the hold keeps no stock");
        }
      }
    }
  }

  static void release(Draft draft, Hold.Reason reason, int line, Instant now, String note) {
    for (Hold hold : draft.order().openHolds()) {
      if (hold.reason() == reason && Objects.equals(hold.line(), line)) {
        emitRelease(draft, hold, now, note);
      }
    }
  }

  private static void emitRelease(Draft draft, Hold hold, Instant now, String note) {
    draft.emit(new OrderEvent.HoldReleased(hold.id(), new Hold.Release(now, BY_RULE, false, note)));
  }

  private static boolean settledByPerson(Finding finding, Hold hold) {
    return hold.release() != null && hold.release().byPerson() && hold.evidence().equals(finding.evidence());
  }

  private static boolean matches(Order order, Finding finding, Hold hold) {
    return finding.rule().equals(hold.rule()) && Objects.equals(lineOf(order, finding), hold.line());
  }

  private static @Nullable Integer lineOf(Order order, Finding finding) {
    return finding.lineExternalId() == null
        ? null
        : order.lineByExternalId(finding.lineExternalId()).map(OrderLine::line).orElse(null);
  }
}
