/** The one door to the database: a transaction for one merchant with the cause of what it does. */
@NullMarked
package dev.crossdock.platform.db;

import org.jspecify.annotations.NullMarked;
