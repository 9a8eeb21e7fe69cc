/** How files of counts are read and kept: private to the imports. */
@NullMarked
package dev.crossdock.inventory.imports.internal;

import org.jspecify.annotations.NullMarked;
