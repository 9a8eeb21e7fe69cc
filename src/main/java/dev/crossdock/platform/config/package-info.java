/** The installation's settings: typed, checked, and printed at the start. */
@NullMarked
package dev.crossdock.platform.config;

import org.jspecify.annotations.NullMarked;
