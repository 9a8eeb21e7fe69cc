/** Part of the crooked house of ModulesTest. */
@NullMarked
package archfixture.fulfilment;

import org.jspecify.annotations.NullMarked;
