/** Parts of the kit, rendered. */
@NullMarked
package dev.crossdock.console.kit;

import org.jspecify.annotations.NullMarked;
