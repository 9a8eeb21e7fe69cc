/** Part of the crooked house of ModulesTest. */
@NullMarked
package archfixture.platform.time;

import org.jspecify.annotations.NullMarked;
