/** Part of the crooked house of ModulesTest. */
@NullMarked
package archfixture.platform.journal.internal;

import org.jspecify.annotations.NullMarked;
