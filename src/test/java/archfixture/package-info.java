/** The crooked house: ModulesTest must find each fault built into it. */
@NullMarked
package archfixture;

import org.jspecify.annotations.NullMarked;
