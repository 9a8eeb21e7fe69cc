package dev.crossdock.routing.criteria;

/**
 * What is wrong with a criterion's JSON.
 *
 * @param path where, as a JSON pointer: {@code /rules/0/filters/2/kilometresMost}
 * @param rule a clause that follows the place: {@code must be at least 1}
 */
public record Fault(String path, String rule) {}
