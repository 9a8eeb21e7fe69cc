/** What routing knows of the people who order, without knowing who they are. */
@NullMarked
package dev.crossdock.routing.buyers;

import org.jspecify.annotations.NullMarked;
