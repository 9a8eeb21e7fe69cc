package dev.crossdock.platform.journal;

import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.journal.internal.Block;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The newest block of a merchant and its hash: the anchor. Kept outside the database it pins everything up to that
 * block, so that a cut tail and a history written anew with fitting hashes are found too.
 *
 * @param block number of the block; 0 before the first
 * @param at when the block was sealed
 */
public record JournalHead(int merchant, long block, Hash hash, Instant at) {

  private static final Pattern TEXT = Pattern.compile("journal-head (\\d{1,9}) (\\d{1,18}) ([0-9a-f]{64}) (\\S{1,40})");

  static JournalHead none(Merchant merchant) {
    return new JournalHead(merchant.id(), 0, Block.beforeFirst(), Instant.EPOCH);
  }

  /** One line: {@code journal-head <merchant> <block> <hash in hex> <instant>}. */
  public String text() {
    return "journal-head " + merchant + " " + block + " " + hash + " " + at;
  }

  /** Reads {@link #text()}; empty when the line is anything else. */
  public static Optional<JournalHead> parse(String line) {
    Matcher parts = TEXT.matcher(line.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new JournalHead(
              Integer.parseInt(parts.group(1)),
              Long.parseLong(parts.group(2)),
              Hash.of(HexFormat.of().parseHex(parts.group(3))),
              Instant.parse(parts.group(4))));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return text();
  }
}
