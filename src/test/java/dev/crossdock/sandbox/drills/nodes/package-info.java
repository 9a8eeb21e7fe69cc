/** Several nodes on one database, in short. */
@NullMarked
package dev.crossdock.sandbox.drills.nodes;

import org.jspecify.annotations.NullMarked;
