/** Part of the crooked house of ModulesTest. */
@NullMarked
package archfixture.channels;

import org.jspecify.annotations.NullMarked;
