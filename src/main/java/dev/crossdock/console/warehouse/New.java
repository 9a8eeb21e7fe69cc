package dev.crossdock.console.warehouse;

import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.platform.db.Tx;
import java.util.function.Function;

/**
 * A document that is about to be made.
 *
 * @param nav where to go on when the form was sent before and nobody knows what it made
 * @param href where to go on
 * @param done what is told when it was made
 */
public record New<D>(
    StockNav nav, Function<Tx, Decided<D>> make, Function<D, String> href, Function<D, String> done) {}
