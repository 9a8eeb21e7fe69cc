package dev.crossdock.orders.shortage;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a plan knows about units of a line that find no stock, or must not leave yet.
 *
 * @param ahead what may be sold ahead to them
 * @param held whether what is not sold ahead waits for a person
 * @param unreleased the pre-order that keeps the line from leaving; null for none
 */
public record Shortage(List<SoldAhead> ahead, boolean held, @Nullable Unreleased unreleased) {

  /** Nothing is known: what is short waits. */
  public static final Shortage NONE = new Shortage(List.of(), false, null);

  /** A pre-order before its release date. */
  public record Unreleased(UUID authorisation, LocalDate releaseOn) {}

  public Shortage {
    ahead = List.copyOf(ahead);
  }
}
