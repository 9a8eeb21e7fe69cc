/** Tests of returns on their way. */
@NullMarked
package dev.crossdock.inventory.returning;

import org.jspecify.annotations.NullMarked;
