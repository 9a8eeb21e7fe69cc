package dev.crossdock.routing.criteria;

/**
 * A filter or a rating: a record whose components are its parameters, each with a {@link Parameter}, and which says
 * with {@link Kind} how policies name it. Its JSON, its form, its schema and its place in the editor follow from that.
 * Pure: the same facts give the same answer.
 */
public sealed interface Criterion permits Filter, Rating {

  /** The criterion with its parameters in words, for a policy's card: {@code Within 500 km}. No full stop. */
  default String sentence() {
    Kind kind = getClass().getAnnotation(Kind.class);
    return kind == null ? getClass().getSimpleName() : kind.title();
  }

  /** Whether it asks what is known of the buyer. */
  default boolean asksBuyer() {
    Kind kind = getClass().getAnnotation(Kind.class);
    return kind == null || kind.asksBuyer();
  }
}
