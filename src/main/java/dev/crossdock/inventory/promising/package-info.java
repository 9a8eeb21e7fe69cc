/** What may be promised to whom, and what is kept apart for somebody. */
@NullMarked
package dev.crossdock.inventory.promising;

import org.jspecify.annotations.NullMarked;
