package dev.crossdock.platform.security;

/** What a person may do in the console. */
public enum Role {
  /** Everything, settings and people included. */
  ADMINISTRATOR,
  /** The daily work: orders, exceptions, stock. */
  OPERATOR,
  /** Looking only. */
  VIEWER
}
