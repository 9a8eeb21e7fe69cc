package dev.crossdock.inventory.imports;

/**
 * Why a row was refused; the other rows are not harmed.
 *
 * @param line of the file, from 1
 * @param field the column
 * @param rule a stable word for programs
 * @param sentence for people; never repeats what the row says
 */
public record RowError(int line, String field, String rule, String sentence) {}
