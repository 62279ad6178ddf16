package dev.kontor.spi;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one entity type of one system. Every method may throw {@link FaultException}. */
public interface Reader {

  /**
   * Everything that changed since the cursor, oldest first, complete and repeatable. The engine
   * takes id and version from here and reads the content with {@link #fetch} when the document's
   * turn comes, so documents should be thin: {@code content} null, with id, number, version and
   * {@code changedAt} as {@code fetch} would give them.
   *
   * @param from null for the beginning of time
   * @param limit most documents wanted
   */
  Page changes(@Nullable Cursor from, int limit);

  /** All that match, with content. More than one hit is for a person to decide. */
  List<Document> find(Identity identity);

  /**
   * {@link #find} for many, in fewest calls: for what two systems may both know already.
   *
   * @return the hits of each, in order
   */
  default List<List<Document>> findAll(List<? extends Identity> identities) {
    return identities.stream().map(this::find).toList();
  }

  /** Full documents by native id, in fewest calls; absent ones are left out. */
  default List<Document> fetch(List<String> ids) {
    List<Document> found = new ArrayList<>();
    for (String id : ids) {
      found.addAll(find(new Identity.NativeId(id)));
    }
    return found;
  }

  /** All ids with version, without content, for reconciliation. */
  Page keys(@Nullable Cursor from, int limit);
}
