package dev.crossdock.routing.conditions;

/**
 * What is wrong with something that was written.
 *
 * @param pointer where, as a JSON pointer: {@code /rules/2/when/all/0/op}
 * @param rule what it breaks, a stable word
 * @param sentence the same for people
 */
public record Fault(String pointer, String rule, String sentence) {}
