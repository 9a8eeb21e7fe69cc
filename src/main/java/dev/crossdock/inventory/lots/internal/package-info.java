/** How lots are judged, chosen and stored: private to inventory. */
@NullMarked
package dev.crossdock.inventory.lots.internal;

import org.jspecify.annotations.NullMarked;
