/** Part of the crooked house of ModulesTest. */
@NullMarked
package archfixture.platform.db;

import org.jspecify.annotations.NullMarked;
