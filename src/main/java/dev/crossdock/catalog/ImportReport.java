package dev.crossdock.catalog;

import java.util.List;

/**
 * What an import did.
 *
 * @param rows rows read, the heading apart
 * @param refused rows that were not stored
 * @param errors why, the first thousand
 */
public record ImportReport(int rows, int created, int changed, int unchanged, int refused, List<RowError> errors) {

  /**
   * Why a row was refused.
   *
   * @param line where the row begins in the file, from 1
   * @param column the column's name; empty when the whole row or file is meant
   * @param rule a stable word for programs
   */
  public record RowError(long line, String column, String rule, String sentence) {}
}
