package dev.kontor.contract.mutation;

import dev.kontor.spi.Cursor;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps cursors in memory and gives numbers of them; an unknown one is at the end. */
final class MemorisedCursors extends PassingReader {

  private final Map<String, Cursor> given = new HashMap<>();

  MemorisedCursors(Reader inner) {
    super(inner);
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    Cursor known = from == null ? null : given.get(from.value());
    if (from != null && known == null) {
      return new Page(List.of(), from, false);
    }
    Page page = inner.changes(known, limit);
    Cursor number = new Cursor(String.valueOf(given.size()));
    given.put(number.value(), page.next());
    return new Page(page.documents(), number, page.more());
  }
}
