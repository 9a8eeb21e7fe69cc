/** The look that all pages share: tokens, reset, base and utilities, one style sheet a cascade layer. */
@NullMarked
package dev.crossdock.console.look;

import org.jspecify.annotations.NullMarked;
