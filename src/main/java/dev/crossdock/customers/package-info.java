/** Everything personal, behind one door; and what can be told about an address without asking anybody. */
@NullMarked
package dev.crossdock.customers;

import org.jspecify.annotations.NullMarked;
