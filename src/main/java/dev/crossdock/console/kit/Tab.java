package dev.crossdock.console.kit;

import org.jspecify.annotations.Nullable;

/** One of several views of a list; each is a page of its own. The count is text because it may be "10,000+". */
public record Tab(String words, String href, boolean current, @Nullable String count) {}
