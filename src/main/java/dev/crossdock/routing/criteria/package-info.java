/** What a filter and a rating of places is; each has a folder of its own below this one and is found by scan. */
@NullMarked
package dev.crossdock.routing.criteria;

import org.jspecify.annotations.NullMarked;
