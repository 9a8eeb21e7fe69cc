/** Shows what policies that are being tried do, or would do, to live orders. */
@NullMarked
package dev.crossdock.console.routing.live;

import org.jspecify.annotations.NullMarked;
