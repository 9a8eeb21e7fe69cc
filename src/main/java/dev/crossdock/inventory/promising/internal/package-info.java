/** How what may be promised is added up, and what it depends on is stored. */
@NullMarked
package dev.crossdock.inventory.promising.internal;

import org.jspecify.annotations.NullMarked;
