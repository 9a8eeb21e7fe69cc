/** Tests of what may be promised. */
@NullMarked
package dev.crossdock.inventory.promising;

import org.jspecify.annotations.NullMarked;
