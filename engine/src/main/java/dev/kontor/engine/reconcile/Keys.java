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

  private static final int PAGE = 500;

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
}
