/** Documents of stock over HTTP: purchase orders, transfers, counts. */
@NullMarked
package dev.crossdock.api.v1.documents;

import org.jspecify.annotations.NullMarked;
