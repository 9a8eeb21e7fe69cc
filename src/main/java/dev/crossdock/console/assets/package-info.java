/** Styles, scripts and signs of the console: joined once at the start, named by their content, kept for ever. */
@NullMarked
package dev.crossdock.console.assets;

import org.jspecify.annotations.NullMarked;
