/** Part of the crooked house of ModulesTest. */
@NullMarked
package archfixture.catalog;

import org.jspecify.annotations.NullMarked;
