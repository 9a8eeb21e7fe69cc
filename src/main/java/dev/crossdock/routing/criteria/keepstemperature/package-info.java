/** Keeps cold goods from locations that can not keep them cold. */
@NullMarked
package dev.crossdock.routing.criteria.keepstemperature;

import org.jspecify.annotations.NullMarked;
