/** Asks locations at some hours of their day. */
@NullMarked
package dev.crossdock.routing.criteria.timethere;

import org.jspecify.annotations.NullMarked;
