/** The clocks of personal data. */
@NullMarked
package dev.crossdock.orders.privacy;

import org.jspecify.annotations.NullMarked;
