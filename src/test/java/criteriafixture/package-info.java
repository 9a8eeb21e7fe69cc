/** Criteria that are not the product's own, for the tests of how criteria are read and held to their rules. */
@NullMarked
package criteriafixture;

import org.jspecify.annotations.NullMarked;
