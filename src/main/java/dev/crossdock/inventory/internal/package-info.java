/** How inventory judges and stores: private to inventory. */
@NullMarked
package dev.crossdock.inventory.internal;

import org.jspecify.annotations.NullMarked;
