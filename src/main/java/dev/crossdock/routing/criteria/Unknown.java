package dev.crossdock.routing.criteria;

/** What a filter does with a place of which it can't tell: a merchant's choice, never a guess. */
public enum Unknown {
  /** It stays, and the decision says what was not known. */
  STAY,
  /** It is out, for what was not known. */
  OUT;

  /**
   * The ruling that follows.
   *
   * @param because a clause that follows the place's name: {@code has no coordinates}
   * @param unless what would let it in: {@code if its coordinates were known}
   */
  public Ruling rule(String because, String unless) {
    return switch (this) {
      case STAY -> new Ruling.Stays(because);
      case OUT -> new Ruling.Out(because, unless);
    };
  }

  /** For the sentence of a criterion: what happens where it can't be told. */
  public String words() {
    return switch (this) {
      case STAY -> "";
      case OUT -> ", out where that is not known";
    };
  }
}
