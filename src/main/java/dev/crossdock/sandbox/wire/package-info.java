/** HTTP, JSON and signatures as simulated channels speak them. */
@NullMarked
package dev.crossdock.sandbox.wire;

import org.jspecify.annotations.NullMarked;
