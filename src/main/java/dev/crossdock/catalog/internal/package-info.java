/** How the catalogue judges, finds and stores: private to catalog. */
@NullMarked
package dev.crossdock.catalog.internal;

import org.jspecify.annotations.NullMarked;
