/** Part of the crooked house of ModulesTest. */
@NullMarked
package archfixture.orders.internal;

import org.jspecify.annotations.NullMarked;
