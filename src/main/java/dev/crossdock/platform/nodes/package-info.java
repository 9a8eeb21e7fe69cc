/** Which processes work on one database, and who takes over from one that has fallen silent. */
@NullMarked
package dev.crossdock.platform.nodes;

import org.jspecify.annotations.NullMarked;
