package dev.crossdock.orders;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a validation rule found: it becomes a hold, and goes when the rule finds nothing any more.
 *
 * @param lineExternalId the channel's id of the line it stops; null for the whole order
 */
public record Finding(
    String rule,
    @Nullable String lineExternalId,
    Hold.Reason reason,
    Set<Hold.Step> blocks,
    boolean keepsStock,
    String sentence,
    Map<String, String> evidence) {

  /** The whole order must not be released to a location until this is settled; its stock stays promised. */
  public static Finding stopsRelease(String rule, Hold.Reason reason, String sentence, Map<String, String> evidence) {
    return new Finding(rule, null, reason, Set.of(Hold.Step.RELEASE, Hold.Step.SHIP), true, sentence, evidence);
  }

  /** The whole order must not even be routed. */
  public static Finding stopsRouting(String rule, Hold.Reason reason, String sentence, Map<String, String> evidence) {
    return new Finding(
        rule,
        null,
        reason,
        Set.of(Hold.Step.APPROVE, Hold.Step.ROUTE, Hold.Step.RELEASE, Hold.Step.SHIP),
        false,
        sentence,
        evidence);
  }

  /** One line must not be routed; the others go on. */
  public static Finding stopsLine(
      String rule, String lineExternalId, Hold.Reason reason, String sentence, Map<String, String> evidence) {
    return new Finding(
        rule, lineExternalId, reason, Set.of(Hold.Step.ROUTE, Hold.Step.RELEASE), false, sentence, evidence);
  }
}
