/** Simulated channels, a demo merchant and the drills. It talks to the product over HTTP and knows nothing of its code. */
@NullMarked
package dev.crossdock.sandbox;

import org.jspecify.annotations.NullMarked;
