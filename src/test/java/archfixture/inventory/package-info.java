/** Part of the crooked house of ModulesTest. */
@NullMarked
package archfixture.inventory;

import org.jspecify.annotations.NullMarked;
