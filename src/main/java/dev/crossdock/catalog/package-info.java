/** What is sold: products, SKUs, kits, and how each channel names them. */
@NullMarked
package dev.crossdock.catalog;

import org.jspecify.annotations.NullMarked;
