/** How personal data is stored and found, and the tables of countries: private to customers. */
@NullMarked
package dev.crossdock.customers.internal;

import org.jspecify.annotations.NullMarked;
