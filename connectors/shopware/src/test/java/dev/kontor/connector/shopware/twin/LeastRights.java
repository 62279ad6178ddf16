package dev.kontor.connector.shopware.twin;

import dev.kontor.contract.ConnectorPage;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The rights the connector's page asks a merchant to give, so that no test works with more. */
public final class LeastRights {

  private static final String NONE = "–";

  private LeastRights() {}

  /** Those of every row. */
  static Set<String> fromPage() {
    return fromPage(".*");
  }

  /**
   * @param uses pattern of the first column of the rows
   */
  public static Set<String> fromPage(String uses) {
    Set<String> rights = new TreeSet<>();
    ConnectorPage.of("shopware").table("Rights of the integration's role", "when").stream()
        .filter(row -> row.getFirst().matches(uses))
        .forEach(row -> add(row, rights));
    return rights;
  }

  private static void add(List<String> row, Set<String> rights) {
    if (!row.get(1).equals(NONE)) {
      for (String entity : row.get(1).split(",", -1)) {
        rights.add(entity.strip() + ":read");
      }
    }
    rights.addAll(ConnectorPage.code(row.get(2)));
  }
}
