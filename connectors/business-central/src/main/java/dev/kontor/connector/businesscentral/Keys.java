package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataPage;
import dev.kontor.kit.ODataQuery;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Cursor;
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
    ODataPage page =
        from == null || from.value().equals(FROM_START)
            ? company.client().page(ODataQuery.of(entitySet).select(fields), limit)
            : company.client().page(URI.create(from.value()), limit);
    URI next = page.next();
    return new Page(
        page.values().stream().map(entity -> Documents.key(type, entity)).toList(),
        new Cursor(next == null ? FROM_START : next.toString()),
        next != null);
  }
}
