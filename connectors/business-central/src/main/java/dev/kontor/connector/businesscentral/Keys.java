package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataPage;
import dev.kontor.kit.ODataQuery;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists ids and versions of an entity set; the cursor is the service's next link. */
final class Keys {

  private static final String FROM_START = "";

  private Keys() {}

  static Page of(
      Company company, EntityType type, String entitySet, @Nullable Cursor from, int limit) {
    List<String> fields =
        company.model().has(entitySet, "number")
            ? List.of("id", "number", "lastModifiedDateTime")
            : List.of("id", "lastModifiedDateTime");
    ODataPage page = page(company, ODataQuery.of(entitySet).select(fields), from, limit);
    return upTo(page, page.values().stream().map(entity -> Documents.key(type, entity)).toList());
  }

  /** The page on which the cursor stands. */
  static ODataPage page(Company company, ODataQuery query, @Nullable Cursor from, int limit) {
    return from == null || from.value().equals(FROM_START)
        ? company.client().page(query, limit)
        : company.client().page(URI.create(from.value()), limit);
  }

  /** The keys of a page, and the cursor behind it. */
  static Page upTo(ODataPage page, List<Document> keys) {
    URI next = page.next();
    return new Page(keys, new Cursor(next == null ? FROM_START : next.toString()), next != null);
  }

  /**
   * For what is found by nothing else.
   *
   * @throws FaultException {@link Fault.Unsupported} for any other identity
   */
  static String nativeId(Identity identity, String refusal) {
    if (identity instanceof Identity.NativeId(String id)) {
      return id;
    }
    throw new FaultException(new Fault.Unsupported(refusal));
  }
}
