package dev.crossdock.platform.jobs;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A job's data is text: nothing read back from the database becomes an object of a class it names. */
final class TextSerializer implements Serializer {

  @Override
  public byte @Nullable [] serialize(@Nullable Object data) {
    return data == null ? null : ((String) data).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
    return data == null ? null : type.cast(new String(data, StandardCharsets.UTF_8));
  }
}
