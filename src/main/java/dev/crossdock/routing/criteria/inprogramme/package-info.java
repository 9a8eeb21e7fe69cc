/** Keeps a channel programme to locations that take part. */
@NullMarked
package dev.crossdock.routing.criteria.inprogramme;

import org.jspecify.annotations.NullMarked;
