/** Simulated channels, a demo merchant, and the traffic between them; talks to the product over HTTP only. */
@NullMarked
package dev.crossdock.sandbox;

import org.jspecify.annotations.NullMarked;
