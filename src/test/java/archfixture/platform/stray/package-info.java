/** Part of the crooked house of ModulesTest. */
@NullMarked
package archfixture.platform.stray;

import org.jspecify.annotations.NullMarked;
