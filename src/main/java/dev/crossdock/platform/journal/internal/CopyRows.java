package dev.crossdock.platform.journal.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Rows of {@code COPY (…) TO STDOUT (FORMAT binary)}, read where they lie (format: PostgreSQL manual, "COPY", Binary
 * Format: an 11-byte signature, flags, header extension; a row is an int16 count of fields, each with an int32 length;
 * -1 as count ends the data).
 */
public final class CopyRows implements AutoCloseable {

  private static final int SIGNATURE_AND_FLAGS = 11 + 4;
  private static final int HEADER = SIGNATURE_AND_FLAGS + 4;
  private static final int END = -1;
  private static final int UUID_BYTES = 16;
  private static final UUID NONE = new UUID(0, 0);

  private final CopyOut copy;
  private byte[] data = {};
  private ByteBuffer view = ByteBuffer.wrap(data);
  private int row;
  private int rowEnd;
  private int[] fields = {};

  public CopyRows(PGConnection connection, String sql) throws SQLException {
    this.copy = connection.getCopyAPI().copyOut(sql);
    need(HEADER);
    row = rowEnd = HEADER + view.getInt(SIGNATURE_AND_FLAGS);
  }

  /** Steps to the next row; false at the end. */
  public boolean next() throws SQLException {
    row = rowEnd;
    need(2);
    int count = view.getShort(row);
    if (count == END) {
      while (copy.readFromCopy() != null) {
        // the server's end of data follows
      }
      return false;
    }
    if (fields.length != count + 1) {
      fields = new int[count + 1];
    }
    int end = 2;
    for (int i = 0; i < count; i++) {
      need(end + 4);
      fields[i] = end;
      end += 4 + Math.max(0, view.getInt(row + end));
    }
    fields[count] = end;
    need(end);
    rowEnd = row + end;
    return true;
  }

  /** The message that holds the row, for use with {@link #start}. */
  public byte[] data() {
    return data;
  }

  /** Where a field's value starts in {@link #data}; its length stands in the four bytes before. */
  public int start(int field) {
    return row + fields[field] + 4;
  }

  public int length(int field) {
    return view.getInt(row + fields[field]);
  }

  /** The value; 0 where there is none, which only a damaged table can have. */
  public int int32(int field) {
    return length(field) == Integer.BYTES ? view.getInt(start(field)) : 0;
  }

  public long int64(int field) {
    return length(field) == Long.BYTES ? view.getLong(start(field)) : 0;
  }

  public UUID uuid(int field) {
    return length(field) == UUID_BYTES ? new UUID(view.getLong(start(field)), view.getLong(start(field) + 8)) : NONE;
  }

  public String text(int field) {
    return new String(data, start(field), Math.max(0, length(field)), UTF_8);
  }

  public boolean holds(int field, byte[] value) {
    int from = start(field);
    return length(field) >= 0 && Arrays.equals(data, from, from + length(field), value, 0, value.length);
  }

  /** The first fields as they were sent, lengths included. */
  public byte[] hash(RowHash hash, int fieldCount) {
    return hash.of(data, row + fields[0], fields[fieldCount] - fields[0]);
  }

  /** Ends the transfer, also in its middle. */
  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }

  /** Makes sure that so many bytes of the current row are at hand; messages need not end where rows end. */
  private void need(int bytes) throws SQLException {
    while (data.length - row < bytes) {
      byte @Nullable [] more = copy.readFromCopy();
      if (more == null) {
        throw new SQLException("the server ended the copy in the middle of a row");
      }
      if (row == data.length) {
        data = more;
      } else {
        byte[] joined = Arrays.copyOfRange(data, row, data.length + more.length);
        System.arraycopy(more, 0, joined, data.length - row, more.length);
        data = joined;
      }
      row = 0;
      view = ByteBuffer.wrap(data);
    }
  }
}
