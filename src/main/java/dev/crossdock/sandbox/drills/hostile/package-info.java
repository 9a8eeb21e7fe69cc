/** A drill in which forgers, idlers and slow senders come with the good ones, who must not feel it. */
@NullMarked
package dev.crossdock.sandbox.drills.hostile;

import org.jspecify.annotations.NullMarked;
