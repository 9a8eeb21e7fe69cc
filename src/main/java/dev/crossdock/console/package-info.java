/** The operator console: server-rendered pages, each in one folder with its template, its style and its script. */
@NullMarked
package dev.crossdock.console;

import org.jspecify.annotations.NullMarked;
