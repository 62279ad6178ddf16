package dev.kontor.twin.businesscentral.soap;

import dev.kontor.twin.businesscentral.partner.PartnerApp;
import dev.kontor.twin.kit.odata.Column;
import dev.kontor.twin.kit.odata.EdmType;
import dev.kontor.twin.kit.odata.Table;
import java.util.List;
import java.util.Locale;

/**
 * A page over a table of a partner's, as page Web Services publishes it.
 *
 * @param service its name there
 * @param page whose columns have the names of the page's fields
 */
public record PublishedPage(String service, PartnerApp.Page page) {

  String namespace() {
    return "urn:microsoft-dynamics-schemas/page/" + service.toLowerCase(Locale.ROOT);
  }

  /** What the page shows: all but the table's own id and time of change. */
  List<Column> fields(Table table) {
    return table.columns().values().stream()
        .filter(column -> column.type() != EdmType.GUID && column.type() != EdmType.DATETIME)
        .toList();
  }
}
