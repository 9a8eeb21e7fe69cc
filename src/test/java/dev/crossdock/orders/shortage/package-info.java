/** Tests of what becomes of lines without stock. */
@NullMarked
package dev.crossdock.orders.shortage;

import org.jspecify.annotations.NullMarked;
