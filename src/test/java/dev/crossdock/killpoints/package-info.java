/** Proves that a process may die at any step of the pipeline, named one by one, before and after its commit. */
@NullMarked
package dev.crossdock.killpoints;

import org.jspecify.annotations.NullMarked;
