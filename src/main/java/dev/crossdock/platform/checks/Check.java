package dev.crossdock.platform.checks;

import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.journal.Violation;
import java.util.List;

/** Proves one set of promises of a merchant. It writes nothing. */
public interface Check {

  /**
   * What was looked at and what was found.
   *
   * @param sentence for people: what was compared with what
   * @param rows read
   */
  record Report(String sentence, long rows, List<Violation> violations) {

    public Report {
      violations = List.copyOf(violations);
    }
  }

  Report run(Merchant merchant);
}
