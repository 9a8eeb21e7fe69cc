/** Part of the crooked house of ModulesTest. */
@NullMarked
package archfixture.sandbox;

import org.jspecify.annotations.NullMarked;
