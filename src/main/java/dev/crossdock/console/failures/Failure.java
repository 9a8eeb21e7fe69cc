package dev.crossdock.console.failures;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.shell.Nav;
import org.springframework.http.HttpStatus;

/** Something that went wrong, as a person reads it. */
record Failure(HttpStatus status, Block block) {

  private static final Block.Action ORDERS = new Block.Action("Show open orders", Nav.ORDERS.href());

  /** What a status means here. One that is not known here reads as an address that is not understood. */
  static Failure of(HttpStatus status) {
    Block block = switch (status) {
      case NOT_FOUND -> new Block(
          Block.Kind.NO_MATCH, "There is no such page", "The address is wrong, or what it named is gone.", ORDERS);
      case FORBIDDEN -> new Block(
          Block.Kind.FAILED, "You may not do this", "Nothing was changed. Ask an administrator for the right.", ORDERS);
      case METHOD_NOT_ALLOWED -> new Block(
          Block.Kind.NO_MATCH, "Nothing to show here",
          "This address only takes forms. Nothing was changed. Start from the page with the form.", ORDERS);
      case SERVICE_UNAVAILABLE -> new Block(
          Block.Kind.FAILED, "The database does not answer",
          "Nothing was changed. It mostly passes in a moment: try again, and tell an administrator if it stays.",
          ORDERS);
      case INTERNAL_SERVER_ERROR -> new Block(
          Block.Kind.FAILED, "The page could not be made",
          "The fault is ours and stands in the log. Try again, and tell an administrator if it stays.", ORDERS);
      default -> new Block(
          status.is5xxServerError() ? Block.Kind.FAILED : Block.Kind.NO_MATCH, "The address can’t be read",
          "A part of it is missing or has the wrong form. Nothing was changed.", ORDERS);
    };
    return new Failure(status, block);
  }

  /** A fault of ours, with the number it has in the log. */
  static Failure unexpected(String number) {
    return new Failure(HttpStatus.INTERNAL_SERVER_ERROR, new Block(
        Block.Kind.FAILED, "The page could not be made",
        "The fault is ours. Try again; if it stays, give an administrator this number: " + number + ".", ORDERS));
  }
}
