/** Where people see and steer where orders ship from. */
@NullMarked
package dev.crossdock.console.routing;

import org.jspecify.annotations.NullMarked;
