/** How units kept apart are judged and stored. */
@NullMarked
package dev.crossdock.inventory.groups.internal;

import org.jspecify.annotations.NullMarked;
