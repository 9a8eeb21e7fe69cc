/** Whether everything adds up: the last result of the checks, and a way to have them run. */
@NullMarked
package dev.crossdock.console.checks;

import org.jspecify.annotations.NullMarked;
