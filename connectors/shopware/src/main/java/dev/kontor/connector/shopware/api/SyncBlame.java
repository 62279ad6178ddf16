package dev.kontor.connector.shopware.api;

import dev.kontor.spi.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One error of a refused sync call and the row it blames.
 *
 * @param path of the field, such as {@code price/0/gross}
 */
record SyncBlame(SyncRow row, String path, ApiError error) {

  private static final Pattern POINTER = Pattern.compile("/(\\w+)/(\\d{1,6})/(.+)");

  /** Empty if the error blames none of these rows. */
  static Optional<SyncBlame> of(ApiError error, Map<String, SyncOperation> operations) {
    Matcher pointer = POINTER.matcher(error.pointer());
    SyncOperation operation = pointer.matches() ? operations.get(pointer.group(1)) : null;
    if (operation == null) {
      return Optional.empty();
    }
    List<SyncRow> rows = operation.rows();
    int index = Integer.parseInt(pointer.group(2));
    return index < rows.size()
        ? Optional.of(new SyncBlame(rows.get(index), pointer.group(3), error))
        : Optional.empty();
  }

  boolean isSent() {
    int end = path.indexOf('/');
    return row.row().has(end < 0 ? path : path.substring(0, end));
  }

  /** What it means for the documents that need the row. */
  Fault fault() {
    return isSent() ? new Fault.Invalid(row.field(path), error.text(), error.code()) : row.lost();
  }
}
