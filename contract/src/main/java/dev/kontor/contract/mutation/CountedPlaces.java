package dev.kontor.contract.mutation;

import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sorts all documents by their last change; the cursor counts those that were read. */
final class CountedPlaces extends PassingReader {

  private static final int AT_ONCE = 100;

  CountedPlaces(Reader inner) {
    super(inner);
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    List<Document> sorted = sorted();
    int start = from == null ? 0 : Math.min(sorted.size(), Integer.parseInt(from.value()));
    int end = Math.min(sorted.size(), start + limit);
    return new Page(
        sorted.subList(start, end), new Cursor(String.valueOf(end)), end < sorted.size());
  }

  private List<Document> sorted() {
    Map<String, Document> newest = new LinkedHashMap<>();
    Page page = inner.changes(null, AT_ONCE);
    page.documents().forEach(document -> newest.put(document.id(), document));
    while (page.more()) {
      page = inner.changes(page.next(), AT_ONCE);
      page.documents().forEach(document -> newest.put(document.id(), document));
    }
    return newest.values().stream().sorted(Comparator.comparing(Document::changedAt)).toList();
  }
}
