package dev.kontor.connector.magento.sharedcatalog;

import dev.kontor.connector.magento.ProductSettings;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.order.OpenPieces;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Standing;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Assigns products to the shared catalogues that the settings choose. What is there is looked at
 * first, and only what differs is written; other products and other catalogues are left alone.
 */
public final class Assignments {

  private final MagentoApi api;
  private final SharedCatalogs catalogs;
  private final Contents contents;

  public Assignments(MagentoApi api, SharedCatalogs catalogs, InstantSource clock) {
    this.api = api.in(ProductSettings.ALL_VIEWS);
    this.catalogs = catalogs;
    this.contents = new Contents(this.api, clock);
  }

  /** The chosen ones, as {@link SharedCatalogs#chosen}. */
  public List<SharedCatalog> catalogs() {
    return catalogs.chosen();
  }

  /**
   * @return why a product cannot be as it is wished, by {@link OpenPieces#key}; nothing of others
   * @throws FaultException if the shop cannot take any now
   */
  public Map<String, Fault> put(SharedCatalog catalog, Wish wish) {
    Set<String> there = wish.looks() ? contents.of(catalog) : Set.of();
    List<String> missing = wish.missing(there);
    List<String> surplus = wish.surplus(there);
    AssignCalls calls = new AssignCalls(api, catalogs, catalog);
    boolean done = false;
    try {
      calls.assign(missing);
      calls.unassign(surplus);
      done = calls.refused().isEmpty();
    } finally {
      // What an unanswered call brought about is looked at again.
      if (done) {
        contents.changed(catalog, missing, surplus);
      } else {
        contents.forget(catalog);
      }
    }
    return calls.refused();
  }

  /**
   * In which of the chosen ones a product must be and is not; null where it is in all.
   *
   * @param before words in front of the field's name
   */
  public Standing.@Nullable Field missing(String before, String sku) {
    List<SharedCatalog> chosen = catalogs.chosen();
    List<SharedCatalog> there =
        chosen.stream()
            .filter(catalog -> contents.of(catalog).contains(OpenPieces.key(sku)))
            .toList();
    return there.size() == chosen.size()
        ? null
        : new Standing.Field(before + "shared catalogues", names(chosen), names(there));
  }

  private static String names(List<SharedCatalog> some) {
    return some.stream().map(SharedCatalog::name).collect(Collectors.joining(", "));
  }
}
