/** Several nodes on one database behind a simple proxy: killed, restarted one after the other, counted. */
@NullMarked
package dev.crossdock.sandbox.drills.nodes;

import org.jspecify.annotations.NullMarked;
