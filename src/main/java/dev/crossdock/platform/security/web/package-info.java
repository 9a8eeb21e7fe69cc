/** Who may reach which address, and as whom. */
@NullMarked
package dev.crossdock.platform.security.web;

import org.jspecify.annotations.NullMarked;
