/** How fast the installation is once it holds very many orders, against when it held few. */
@NullMarked
package dev.crossdock.sandbox.drills.growth;

import org.jspecify.annotations.NullMarked;
