package dev.crossdock.platform.inbox;

import java.util.Map;

/** The bytes and headers of a message exactly as they arrived. Personal data. */
public record RawCopy(Map<String, String> headers, byte[] body) {}
