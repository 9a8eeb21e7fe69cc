package dev.crossdock.sandbox.drills.crash;

import java.time.Duration;
import java.util.List;

/**
 * What became of everything that was taken so far.
 *
 * @param drained until nothing was left to do, with nothing more told
 * @param accepted orders that somebody was told are taken
 * @param lost of them, nowhere
 * @param doubled orders that are there twice, or that more work was opened for than was ordered
 * @param oversold units promised beyond what there was
 * @param unsent numbers that a channel is owed and does not show, and one more when something was left to do
 * @param violations found by the product's own check
 * @param words of that check, where it found some
 */
record Aftermath(
    Duration drained, int accepted, int lost, int doubled, int oversold, int unsent, int violations,
    List<String> words) {

  Aftermath {
    words = List.copyOf(words);
  }

  boolean isClean() {
    return lost + doubled + oversold + unsent + violations == 0;
  }
}
