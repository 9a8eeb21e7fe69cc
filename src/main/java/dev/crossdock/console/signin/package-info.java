/** The page where a person signs in. */
@NullMarked
package dev.crossdock.console.signin;

import org.jspecify.annotations.NullMarked;
