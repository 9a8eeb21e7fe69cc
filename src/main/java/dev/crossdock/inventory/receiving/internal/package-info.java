/** How these are judged and stored: private to them. */
@NullMarked
package dev.crossdock.inventory.receiving.internal;

import org.jspecify.annotations.NullMarked;
