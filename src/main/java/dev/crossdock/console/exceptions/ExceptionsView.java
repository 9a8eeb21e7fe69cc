package dev.crossdock.console.exceptions;

import dev.crossdock.console.kit.Amount;
import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Deadline;
import dev.crossdock.console.kit.Field;
import dev.crossdock.console.kit.Payload;
import dev.crossdock.console.kit.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of exceptions: causes at one side, one cause at the other.
 *
 * @param nothing what stands there when nothing is open; null otherwise
 * @param live where the page asks for itself as it is now
 */
public record ExceptionsView(
    String count, List<GroupLink> groups, @Nullable Group group, @Nullable Block nothing, String live) {

  /** One cause among others. */
  record GroupLink(
      String id, String href, boolean current, Badge badge, String heading, String size, List<Amount> atRisk,
      @Nullable Deadline due, When since) {}

  /**
   * One cause.
   *
   * @param why why these were put together
   * @param mapping the form that maps a SKU; null where nothing is to be mapped
   * @param message what could not be read; null where no message is concerned
   * @param oversold what would settle lines sold without stock; null for another cause
   * @param dismissal the form that dismisses; null where the person may not
   * @param more how many more there are than are listed; empty for none
   */
  record Group(
      String key, Badge badge, String heading, String sentence, String remedy, String size, List<Amount> atRisk,
      When since, When last, @Nullable Deadline due, String why, @Nullable Mapping mapping, @Nullable Message message,
      @Nullable OversoldView oversold,
      @Nullable Dismissal dismissal, List<Row> rows, String more) {}

  /**
   * Maps the channel's SKU to one of ours.
   *
   * @param title as the channel names the thing
   * @param effect what follows, with its number
   */
  record Mapping(
      String action, String key, String channelSku, String title, Field field, List<Suggestion> suggestions,
      String effect) {}

  /** A SKU that may be meant. */
  record Suggestion(String sku, String title, String reason) {}

  /**
   * A message that was not understood, the first of its kind.
   *
   * @param found what stands at the path; null where nothing does
   * @param rerun the key of the form that runs all of them again; null where the person may not
   */
  record Message(
      String rule, String path, @Nullable Payload found, @Nullable Payload body, String href, @Nullable String rerun,
      String rerunWords) {}

  /** Dismisses some with a reason. */
  record Dismissal(String key, Field reason) {}

  /** One exception: the order or the message it is about. */
  record Row(
      String id, String name, String href, String sentence, When since, @Nullable String message) {}
}
