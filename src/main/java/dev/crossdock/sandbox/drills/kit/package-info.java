/** What drills are made of: an installation to hit, loads of orders, and figures held against bars. */
@NullMarked
package dev.crossdock.sandbox.drills.kit;

import org.jspecify.annotations.NullMarked;
