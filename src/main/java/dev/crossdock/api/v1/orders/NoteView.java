package dev.crossdock.api.v1.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the buyer wrote: a wish, a gift message. Personal data.
 *
 * @param text absent once it was erased
 * @param erased whether its time was over or somebody asked for it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoteView(@Nullable String text, boolean erased) {}
