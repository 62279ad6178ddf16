package dev.kontor.twin.businesscentral.partner;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.odata.Rules;
import dev.kontor.twin.kit.odata.Schema;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An extension of a partner's with API pages.
 *
 * @param route publisher, group and version of its pages, e.g. {@code contoso/web/v1.0}
 */
public record PartnerApp(String route, List<Page> pages) {

  /**
   * A page over a table of its own, which has one row at most for a document.
   *
   * @param columns entity set, entity and columns, as {@link Schema#parse} takes them
   * @param key column that tells the table's rows apart
   * @param to the entity set a row belongs to
   * @param field column of that set that the key must be found in
   */
  public record Page(String columns, String key, String to, String field) {

    public String set() {
      return columns.strip().split(" ", 2)[0];
    }
  }

  public PartnerApp {
    pages = List.copyOf(pages);
  }

  /** What its metadata tells. */
  public Schema schema() {
    return Schema.parse(pages.stream().map(Page::columns).collect(Collectors.joining("\n")));
  }

  /** What each page does. */
  public Map<String, Rules> rules(Records records) {
    return pages.stream()
        .collect(Collectors.toMap(Page::set, page -> new PartnerTable(records, page)));
  }
}
