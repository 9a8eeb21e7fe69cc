/** How announced returns are judged and stored: private to them. */
@NullMarked
package dev.crossdock.inventory.returning.internal;

import org.jspecify.annotations.NullMarked;
