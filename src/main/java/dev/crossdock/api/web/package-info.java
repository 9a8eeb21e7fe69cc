/** What every endpoint shares: bodies with limits, callers, idempotency, pages and problems. */
@NullMarked
package dev.crossdock.api.web;

import org.jspecify.annotations.NullMarked;
