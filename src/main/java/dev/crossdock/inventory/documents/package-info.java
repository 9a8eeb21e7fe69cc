/** What inventory's documents share: numbers, units on their way, and answers. */
@NullMarked
package dev.crossdock.inventory.documents;

import org.jspecify.annotations.NullMarked;
