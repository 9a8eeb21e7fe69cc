/** Keeps orders from crossing a border. */
@NullMarked
package dev.crossdock.routing.criteria.noborder;

import org.jspecify.annotations.NullMarked;
