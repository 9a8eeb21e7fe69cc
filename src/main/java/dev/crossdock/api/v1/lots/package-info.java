/** What SKUs ask for, their lots and their serial numbers, over HTTP. */
@NullMarked
package dev.crossdock.api.v1.lots;

import org.jspecify.annotations.NullMarked;
