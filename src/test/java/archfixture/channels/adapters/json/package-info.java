/** Part of the crooked house of ModulesTest. */
@NullMarked
package archfixture.channels.adapters.json;

import org.jspecify.annotations.NullMarked;
