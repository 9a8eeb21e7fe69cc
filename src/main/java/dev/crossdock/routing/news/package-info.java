/** Hears from the journal what may give a place to orders that wait. */
@NullMarked
package dev.crossdock.routing.news;

import org.jspecify.annotations.NullMarked;
