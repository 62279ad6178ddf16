package dev.kontor.engine.reconcile;

import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything a system has of one kind, without content. */
final class Keys {

  /** As many as fit; a system that has a smaller page gives that. */
  private static final int PAGE = 5_000;

  private Keys() {}

  static List<Document> of(Reader reader) {
    List<Document> keys = new ArrayList<>();
    @Nullable Cursor from = null;
    boolean more = true;
    while (more) {
      Page page = reader.keys(from, PAGE);
      keys.addAll(page.documents());
      from = page.next();
      more = page.more();
    }
    return keys;
  }

  /** The ids of everything, each once. */
  static List<String> ids(Reader reader) {
    return of(reader).stream().map(Document::id).distinct().toList();
  }
}
