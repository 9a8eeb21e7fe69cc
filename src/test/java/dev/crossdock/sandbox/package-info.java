/** Proves the simulated channels against the real adapters, and the demo merchant against a real installation. */
@NullMarked
package dev.crossdock.sandbox;

import org.jspecify.annotations.NullMarked;
