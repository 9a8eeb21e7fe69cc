/** Part of the crooked house of ModulesTest. */
@NullMarked
package archfixture.api;

import org.jspecify.annotations.NullMarked;
