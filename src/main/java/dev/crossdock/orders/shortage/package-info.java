/** Lines that found too little stock: what is promised to them, what is done with them, and what would settle it. */
@NullMarked
package dev.crossdock.orders.shortage;

import org.jspecify.annotations.NullMarked;
