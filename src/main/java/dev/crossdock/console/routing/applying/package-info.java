/** Versions of the policy applied to orders not yet released: what that would change, and how far it is. */
@NullMarked
package dev.crossdock.console.routing.applying;

import org.jspecify.annotations.NullMarked;
