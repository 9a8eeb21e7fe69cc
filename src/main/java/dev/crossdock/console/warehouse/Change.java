package dev.crossdock.console.warehouse;

import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.platform.db.Tx;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * A command to a document that needs no more than a button.
 *
 * @param done what is told when it was done
 */
public record Change<D>(
    Function<Tx, Optional<D>> find, ToIntFunction<D> version, Function<Tx, Decided<D>> execute, String done) {}
