package dev.crossdock.console.routing.policies;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version would decide on one order.
 *
 * @param asked the number that was typed; empty where nobody asked
 * @param mistake why it can't be told; null where it can
 * @param href of the order
 * @param whole whether it was tried as if nobody had worked on it yet
 * @param rule that decides; empty where none does
 * @param passed rules before it, and why they do not decide
 * @param places who ships what
 * @param others who does not, and why
 * @param now whether the order has these places already; empty where it has none
 */
public record TriedView(
    String asked, @Nullable String mistake, String href, boolean whole, String sentence, String rule,
    List<String> passed, List<String> places, List<String> others, String now) {

  static final TriedView NOTHING = wrong("", null);

  public TriedView {
    passed = List.copyOf(passed);
    places = List.copyOf(places);
    others = List.copyOf(others);
  }

  static TriedView wrong(String asked, @Nullable String mistake) {
    return new TriedView(asked, mistake, "", false, "", "", List.of(), List.of(), List.of(), "");
  }
}
