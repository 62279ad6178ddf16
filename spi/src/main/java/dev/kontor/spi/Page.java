package dev.kontor.spi;

import java.util.List;

/**
 * One page of a {@link Reader}.
 *
 * @param documents oldest first; may repeat documents of an earlier page (overlap), never skip one
 * @param next where to go on; valid even if this page is empty
 * @param more whether another page waits right now
 */
public record Page(List<Document> documents, Cursor next, boolean more) {

  public Page {
    documents = List.copyOf(documents);
  }
}
