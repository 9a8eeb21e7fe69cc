/** How counts are judged and stored: private to them. */
@NullMarked
package dev.crossdock.inventory.counting.internal;

import org.jspecify.annotations.NullMarked;
