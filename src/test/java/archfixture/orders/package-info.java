/** Part of the crooked house of ModulesTest. */
@NullMarked
package archfixture.orders;

import org.jspecify.annotations.NullMarked;
