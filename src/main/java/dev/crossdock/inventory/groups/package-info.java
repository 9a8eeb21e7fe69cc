/** Units kept apart for the orders of a group, such as wholesale or one channel. */
@NullMarked
package dev.crossdock.inventory.groups;

import org.jspecify.annotations.NullMarked;
