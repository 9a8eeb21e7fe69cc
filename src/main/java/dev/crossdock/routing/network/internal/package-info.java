/** How the network is judged, stored and indexed: private to {@code routing.network}. */
@NullMarked
package dev.crossdock.routing.network.internal;

import org.jspecify.annotations.NullMarked;
