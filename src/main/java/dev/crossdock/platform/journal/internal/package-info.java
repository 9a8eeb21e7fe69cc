/** How the journal is hashed, ordered and chained: pure code without a database. */
@NullMarked
package dev.crossdock.platform.journal.internal;

import org.jspecify.annotations.NullMarked;
