/** Chooses where each order ships from and keeps the decision with every candidate's verdict. */
@NullMarked
package dev.crossdock.routing;

import org.jspecify.annotations.NullMarked;
