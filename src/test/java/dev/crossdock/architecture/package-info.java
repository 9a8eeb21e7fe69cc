/** House rules as tests: who may use whom, whose table it is, how big things may get, whether the pages are true. */
@NullMarked
package dev.crossdock.architecture;

import org.jspecify.annotations.NullMarked;
