package dev.crossdock.catalog;

/**
 * Why one item of a request was refused; the other items are not harmed.
 *
 * @param index the item's place in the request, from 0
 * @param field the field as the API names it: {@code sku}, {@code components[2].units}
 * @param rule a stable word for programs: {@code required}, {@code unknown}, {@code duplicate}
 * @param sentence for people
 */
public record ItemError(int index, String field, String rule, String sentence) {}
