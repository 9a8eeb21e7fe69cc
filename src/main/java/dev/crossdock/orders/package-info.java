/** The canonical order: its lines, holds, money and exceptions, and the lifecycle that decides what may happen to it. */
@NullMarked
package dev.crossdock.orders;

import org.jspecify.annotations.NullMarked;
