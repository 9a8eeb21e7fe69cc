/** Tests of the settings. */
@NullMarked
package dev.crossdock.platform.config;

import org.jspecify.annotations.NullMarked;
