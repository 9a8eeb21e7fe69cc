/** How authorisations are judged and stored: private to them. */
@NullMarked
package dev.crossdock.inventory.backorders.internal;

import org.jspecify.annotations.NullMarked;
