/** Asks only locations from which postage is not too dear. */
@NullMarked
package dev.crossdock.routing.criteria.postagemost;

import org.jspecify.annotations.NullMarked;
