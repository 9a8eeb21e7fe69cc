package dev.crossdock.inventory;

/**
 * Why one item of a request was refused; the other items are not harmed.
 *
 * @param index the item's place in the request, from 0
 * @param field the field as the API names it, dots between levels
 * @param rule a stable word for programs: {@code required}, {@code unknown}, {@code range}
 * @param sentence for people; holds no value longer than a key
 */
public record ItemError(int index, String field, String rule, String sentence) {}
