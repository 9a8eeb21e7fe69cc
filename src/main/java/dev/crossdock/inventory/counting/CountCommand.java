package dev.crossdock.inventory.counting;

import java.time.Instant;
import java.util.List;

/** What can be done with a count. */
public sealed interface CountCommand {

  /** Somebody counted. What came and went until {@code countedAt} is reckoned with, whoever counts need not know. */
  record Submit(List<Counted> lines, Instant countedAt) implements CountCommand {

    public Submit {
      lines = List.copyOf(lines);
    }
  }

  /** The variance of these lines is right. */
  record Approve(List<Integer> lines) implements CountCommand {

    public Approve {
      lines = List.copyOf(lines);
    }
  }

  /** These lines are to be counted again. */
  record Recount(List<Integer> lines) implements CountCommand {

    public Recount {
      lines = List.copyOf(lines);
    }
  }

  /** What is not booked will not be. */
  record Cancel() implements CountCommand {}

  /** What was found of one line. */
  record Counted(int line, long units) {}
}
