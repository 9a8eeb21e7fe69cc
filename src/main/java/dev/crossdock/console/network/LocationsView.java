package dev.crossdock.console.network;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Grid;
import org.jspecify.annotations.Nullable;

/**
 * The list of locations.
 *
 * @param list null when there is none
 * @param block what stands there instead; null otherwise
 */
public record LocationsView(@Nullable Grid list, @Nullable Block block) {}
