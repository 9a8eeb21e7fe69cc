/** Cases of when rules decide. */
@NullMarked
package dev.crossdock.routing.timing;

import org.jspecify.annotations.NullMarked;
