/** Units on their way back from buyers: announced, received with what becomes of them, or not coming after all. */
@NullMarked
package dev.crossdock.inventory.returning;

import org.jspecify.annotations.NullMarked;
