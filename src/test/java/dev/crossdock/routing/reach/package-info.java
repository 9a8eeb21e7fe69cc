/** Tests of counting what rules meet. */
@NullMarked
package dev.crossdock.routing.reach;

import org.jspecify.annotations.NullMarked;
