/** The personal data door: names and addresses stand here and nowhere else. */
@NullMarked
package dev.crossdock.customers;

import org.jspecify.annotations.NullMarked;
