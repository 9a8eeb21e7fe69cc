/** Part of the crooked house of ModulesTest. */
@NullMarked
package archfixture.platform.money;

import org.jspecify.annotations.NullMarked;
