/** Part of the crooked house of ModulesTest. */
@NullMarked
package archfixture.channels.adapters.shop;

import org.jspecify.annotations.NullMarked;
