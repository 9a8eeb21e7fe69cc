/** Keeps restricted goods from where they may not go. */
@NullMarked
package dev.crossdock.routing.criteria.restrictedgoods;

import org.jspecify.annotations.NullMarked;
