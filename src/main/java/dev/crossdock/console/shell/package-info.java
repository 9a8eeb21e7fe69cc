/** What every page stands in: header, navigation, the person's settings, and the regions that are announced. */
@NullMarked
package dev.crossdock.console.shell;

import org.jspecify.annotations.NullMarked;
