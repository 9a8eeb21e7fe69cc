/** The API's description, made from the code and compared with the one that is committed. */
@NullMarked
package dev.crossdock.api.openapi;

import org.jspecify.annotations.NullMarked;
