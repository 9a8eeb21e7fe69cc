/** Part of the crooked house of ModulesTest. */
@NullMarked
package archfixture.channels.adapters.mart;

import org.jspecify.annotations.NullMarked;
