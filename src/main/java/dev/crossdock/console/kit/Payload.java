package dev.crossdock.console.kit;

/** Text of a message or a record, shown as it is. */
public record Payload(String name, String text) {}
