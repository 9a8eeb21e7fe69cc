package dev.crossdock.console.warehouse;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.documents.Decided;
import java.util.List;

/** Ends what a form asked for, and its transaction with it: nothing was done, and the form may be sent again. */
public final class FormRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<ItemError> errors;

  public FormRefused(List<ItemError> errors) {
    super("refused", null, false, false);
    this.errors = List.copyOf(errors);
  }

  public List<ItemError> errors() {
    return errors;
  }

  /** The document, or this as the end of it. */
  public static <D> D accepted(Decided<D> decided) {
    return switch (decided) {
      case Decided.Accepted<D>(D document) -> document;
      case Decided.Refused<D>(List<ItemError> why) -> throw new FormRefused(why);
    };
  }

  /** There is no such document. */
  public static FormRefused missing() {
    return new FormRefused(Decided.Refused.missing().errors());
  }

  /** What was refused, in one breath. */
  public String sentence() {
    return errors.getFirst().sentence();
  }
}
