/** Part of the crooked house of ModulesTest. */
@NullMarked
package archfixture.platform.ids;

import org.jspecify.annotations.NullMarked;
