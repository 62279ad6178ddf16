package dev.kontor.engine.reconcile;

import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Everything a system has of one kind, without content. */
public final class Keys {

  /** As many as fit; a system that has a smaller page gives that. */
  private static final int PAGE = 5_000;

  private Keys() {}

  public static List<Document> of(Reader reader) {
    return of(reader, read -> {});
  }

  /**
   * @param progress is told how many have been read so far
   * @throws dev.kontor.spi.FaultException if the system cannot be read
   */
  public static List<Document> of(Reader reader, IntConsumer progress) {
    List<Document> keys = new ArrayList<>();
    @Nullable Cursor from = null;
    boolean more = true;
    while (more) {
      Page page = reader.keys(from, PAGE);
      keys.addAll(page.documents());
      progress.accept(keys.size());
      from = page.next();
      more = page.more();
    }
    return keys;
  }

  /** The ids of everything, each once. */
  public static List<String> ids(Reader reader) {
    return of(reader).stream().map(Document::id).distinct().toList();
  }
}
