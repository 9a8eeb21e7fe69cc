/** What the pages of warehouse work have in common: stations with a scanner, lists and pages of documents. */
@NullMarked
package dev.crossdock.console.warehouse;

import org.jspecify.annotations.NullMarked;
