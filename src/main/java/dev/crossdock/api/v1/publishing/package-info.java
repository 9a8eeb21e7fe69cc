/** What channels have to show of the stock, over HTTP. */
@NullMarked
package dev.crossdock.api.v1.publishing;

import org.jspecify.annotations.NullMarked;
