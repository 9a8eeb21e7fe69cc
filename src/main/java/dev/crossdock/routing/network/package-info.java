/** What routing knows of the merchant's network: what places can do, what goods ask, what carriage costs. */
@NullMarked
package dev.crossdock.routing.network;

import org.jspecify.annotations.NullMarked;
