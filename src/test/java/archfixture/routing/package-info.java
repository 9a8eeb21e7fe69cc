/** Part of the crooked house of ModulesTest. */
@NullMarked
package archfixture.routing;

import org.jspecify.annotations.NullMarked;
