/** What the demo merchant tells of its places, goods and carriage. */
@NullMarked
package dev.crossdock.sandbox.network;

import org.jspecify.annotations.NullMarked;
