/** One SKU over all its locations, as a person looks at it: what happened to it last, and who holds it. */
@NullMarked
package dev.crossdock.inventory.skus;

import org.jspecify.annotations.NullMarked;
