package dev.crossdock.console.channels.stock;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Grid;
import org.jspecify.annotations.Nullable;

/**
 * The page of all accounts.
 *
 * @param nothing what stands there when none is connected; null otherwise
 */
public record ShownView(Grid accounts, @Nullable Block nothing) {}
