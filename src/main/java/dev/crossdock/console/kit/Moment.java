package dev.crossdock.console.kit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, in a sentence that names who did it.
 *
 * @param details more lines about it, shown on demand; often none
 * @param source where the message that caused it can be read; null when none did
 */
public record Moment(
    Role role, Icon icon, String sentence, List<String> details, When when, Block.@Nullable Action source) {

  public Moment {
    details = List.copyOf(details);
  }

  /** The moments of one day, the last first. */
  public record Day(String heading, List<Moment> moments) {

    public Day {
      moments = List.copyOf(moments);
    }
  }
}
