package dev.crossdock.inventory.imports;

/**
 * What became of a row.
 *
 * @param line of the file, from 1
 * @param taken whether it was done
 * @param field the column that is wrong; empty when none is, or the whole row
 * @param rule a stable word for programs; empty when it was taken
 * @param sentence for people; never repeats what the row says; empty when it was taken
 * @param document the number of the document it became part of; empty for none
 */
public record RowAnswer(int line, boolean taken, String field, String rule, String sentence, String document) {

  public static RowAnswer taken(int line, String document) {
    return new RowAnswer(line, true, "", "", "", document);
  }

  public static RowAnswer refused(int line, String field, String rule, String sentence) {
    return new RowAnswer(line, false, field, rule, sentence, "");
  }
}
