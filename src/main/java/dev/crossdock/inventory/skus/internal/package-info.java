/** How settings of SKUs are judged and stored: private to inventory. */
@NullMarked
package dev.crossdock.inventory.skus.internal;

import org.jspecify.annotations.NullMarked;
