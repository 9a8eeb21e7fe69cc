/** What a person reads when a page cannot be shown or a form cannot be taken: what happened, and what to do. */
@NullMarked
package dev.crossdock.console.failures;

import org.jspecify.annotations.NullMarked;
