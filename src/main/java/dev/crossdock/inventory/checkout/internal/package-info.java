/** How checkout holds are planned, judged and stored. */
@NullMarked
package dev.crossdock.inventory.checkout.internal;

import org.jspecify.annotations.NullMarked;
