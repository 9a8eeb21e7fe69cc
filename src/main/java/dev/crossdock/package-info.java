/** The composition root: everything else lives in a capability below this package. */
@NullMarked
package dev.crossdock;

import org.jspecify.annotations.NullMarked;
