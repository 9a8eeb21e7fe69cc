/** What simulated channels show their buyers, and the calls by which they are told and asked. */
@NullMarked
package dev.crossdock.sandbox.stock;

import org.jspecify.annotations.NullMarked;
