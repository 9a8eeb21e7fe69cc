/** Who may come in and what they may do: API keys with scopes, people with roles, and the vault for credentials. */
@NullMarked
package dev.crossdock.platform.security;

import org.jspecify.annotations.NullMarked;
