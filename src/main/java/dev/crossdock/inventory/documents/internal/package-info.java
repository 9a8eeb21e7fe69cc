/** How these are judged and stored: private to them. */
@NullMarked
package dev.crossdock.inventory.documents.internal;

import org.jspecify.annotations.NullMarked;
