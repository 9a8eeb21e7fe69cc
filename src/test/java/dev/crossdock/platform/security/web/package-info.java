/** Tests of keys, people and the vault. */
@NullMarked
package dev.crossdock.platform.security.web;

import org.jspecify.annotations.NullMarked;
