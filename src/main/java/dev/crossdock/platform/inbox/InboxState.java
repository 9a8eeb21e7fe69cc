package dev.crossdock.platform.inbox;

/** How far a message has come. */
public enum InboxState {
  /** Waits to be worked on, or is being worked on. */
  RECEIVED,
  /** Had its effect. */
  DONE,
  /** Could not be understood or resolved; a person or a later change sets it going again. */
  PARKED,
  /** Understood, and nothing follows from it. */
  IGNORED
}
