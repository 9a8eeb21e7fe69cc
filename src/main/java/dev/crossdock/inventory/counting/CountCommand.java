package dev.crossdock.inventory.counting;

import dev.crossdock.inventory.lots.LotUnits;
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

  /**
   * What was found of one line.
   *
   * @param lots all lots or serial numbers that lie there, where the SKU asks for them: they add up to the units, and
   *     what is not named, or with none, was not found
   */
  record Counted(int line, long units, List<LotUnits> lots) {

    public Counted {
      lots = lots.stream().filter(lot -> lot.units() != 0).toList();
    }

    /** Of a SKU without lots, or of nothing at all. */
    public Counted(int line, long units) {
      this(line, units, List.of());
    }
  }
}
