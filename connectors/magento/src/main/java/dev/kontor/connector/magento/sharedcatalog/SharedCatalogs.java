package dev.kontor.connector.magento.sharedcatalog;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.ProductSettings;
import dev.kontor.connector.magento.SharedCatalogSettings;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.api.SearchCriteria;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shared catalogues that the settings choose; a company sees what is in its own only
 * (rest/b2b/shared-catalog.md). Remembered for a while. Thread-safe.
 */
public final class SharedCatalogs {

  private static final Duration KNOWN = Duration.ofMinutes(10);
  private static final String PATH = "sharedCatalog/";

  /** As the shop counts types; the public one is 1. */
  private static final String CUSTOM = "0";

  /** So many names are told where one is wrong. */
  private static final int TOLD = 20;

  private final MagentoApi api;
  private final String connection;
  private final SharedCatalogSettings settings;
  private final InstantSource clock;
  private volatile @Nullable Remembered<List<SharedCatalog>> known;

  public SharedCatalogs(MagentoApi api, MagentoSettings settings, InstantSource clock) {
    this.api = api.in(ProductSettings.ALL_VIEWS);
    this.connection = settings.connection();
    this.settings = settings.products().sharedCatalogs();
    this.clock = clock;
  }

  /** Whether articles are assigned to any at all. */
  public boolean used() {
    return settings.used();
  }

  /**
   * In the order of the settings; none where articles are assigned to none.
   *
   * @throws FaultException if the settings name one that the shop does not have
   */
  public List<SharedCatalog> chosen() {
    if (!used()) {
      return List.of();
    }
    Instant now = clock.instant();
    Remembered<List<SharedCatalog>> there = known;
    if (there == null || there.isOlder(KNOWN, now)) {
      there = new Remembered<>(settings.custom() ? custom() : named(), now);
      known = there;
    }
    return there.said();
  }

  /**
   * Makes sure that one is still there, by looking anew.
   *
   * @throws FaultException if it is not
   */
  void confirm(SharedCatalog catalog) {
    known = null;
    if (!chosen().contains(catalog)) {
      throw new FaultException(
          new Fault.Conflict(
              "the shared catalogue '" + catalog.name() + "' was deleted in the shop meanwhile"));
    }
  }

  private List<SharedCatalog> custom() {
    Listed found = found(criteria().equalTo("type", CUSTOM));
    if (found.total() > SearchCriteria.MAX_SIZE) {
      throw wrong(
          "is custom, but the shop has "
              + found.total()
              + " custom shared catalogues, of which the hub takes "
              + SearchCriteria.MAX_SIZE
              + " at most; list the names of those articles are assigned to");
    }
    return List.copyOf(found.byName().values());
  }

  private List<SharedCatalog> named() {
    Map<String, SharedCatalog> there = found(criteria().oneOf("name", settings.names())).byName();
    List<SharedCatalog> chosen = new ArrayList<>();
    for (String name : settings.names()) {
      SharedCatalog catalog = there.get(name);
      if (catalog == null) {
        throw unknown(name);
      }
      chosen.add(catalog);
    }
    return chosen;
  }

  private FaultException unknown(String name) {
    List<String> names = found(criteria()).byName().keySet().stream().limit(TOLD).toList();
    return wrong(
        "names '"
            + name
            + "', but the shop has no such shared catalogue; "
            + (names.isEmpty() ? "it has none" : "it has " + String.join(", ", names)));
  }

  private static SearchCriteria criteria() {
    return new SearchCriteria(SearchCriteria.MAX_SIZE).only("id,name,type");
  }

  /** A shop without the modules knows no such address. */
  private Listed found(SearchCriteria criteria) {
    try {
      return Listed.of(api.get(PATH + "?" + criteria.query()));
    } catch (FaultException e) {
      throw e.fault() instanceof Fault.Unsupported
          ? wrong(
              "needs Adobe Commerce with B2B, and this shop has no shared catalogues; enable them"
                  + " there (Stores, Configuration, General, B2B Features), or leave the setting"
                  + " out")
          : e;
    }
  }

  private FaultException wrong(String problem) {
    return new FaultException(
        new Fault.Misconfigured(connection + "." + SharedCatalogSettings.SETTING, problem));
  }
}
