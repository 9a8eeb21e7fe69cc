/** Nodes that live, fall silent and come back. */
@NullMarked
package dev.crossdock.platform.nodes;

import org.jspecify.annotations.NullMarked;
