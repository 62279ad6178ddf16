package dev.kontor.connector.magento.api;

import dev.kontor.connector.magento.order.OpenPieces;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** The shop's articles by number; remembers for a while what it found. */
public final class Articles {

  /**
   * @param sku as the shop spells it
   * @param type such as simple, configurable or bundle
   */
  public record Article(String sku, String type) {

    /** Whether its quantity is that of its parts (magento/observed.md, More on fulfilment). */
    public boolean isMadeOfOthers() {
      return type.equals("configurable") || type.equals("bundle") || type.equals("grouped");
    }
  }

  /** Articles that are deleted are known for so long. */
  private static final Duration KNOWN = Duration.ofMinutes(10);

  private final MagentoApi api;
  private final InstantSource clock;
  private volatile Instant since = Instant.EPOCH;

  /** The shop ignores case and blanks at the end. */
  private final Map<String, Article> known = new ConcurrentHashMap<>();

  public Articles(MagentoApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  /** By {@link OpenPieces#key}; unknown ones are left out. */
  public Map<String, Article> of(Collection<String> skus) {
    Instant now = clock.instant();
    if (since.plus(KNOWN).isBefore(now)) {
      known.clear();
      since = now;
    }
    List<String> asked =
        skus.stream().filter(sku -> !known.containsKey(OpenPieces.key(sku))).distinct().toList();
    for (List<String> some : pages(asked, SearchCriteria.MAX_SIZE)) {
      SearchCriteria criteria =
          new SearchCriteria(SearchCriteria.MAX_SIZE).oneOf("sku", some).only("sku,type_id");
      for (JsonNode row : api.search("products", criteria)) {
        String sku = row.path("sku").asString("");
        known.put(OpenPieces.key(sku), new Article(sku, row.path("type_id").asString("")));
      }
    }
    Map<String, Article> articles = new HashMap<>();
    for (String sku : skus) {
      Article article = known.get(OpenPieces.key(sku));
      if (article != null) {
        articles.put(OpenPieces.key(sku), article);
      }
    }
    return articles;
  }

  /** It may come. */
  public static Fault absent(String sku) {
    return new Fault.Missing(
        EntityType.PRODUCT, sku, "the shop has no product with article number " + sku);
  }

  /**
   * So many numbers as fit into one address, and as one answer has rows for.
   *
   * @param most numbers of one page
   */
  public static List<List<String>> pages(Collection<String> skus, int most) {
    List<List<String>> pages = new ArrayList<>();
    List<String> page = new ArrayList<>();
    int length = 0;
    for (String sku : skus) {
      int more = SearchCriteria.length("sku", sku);
      if (!page.isEmpty() && (page.size() == most || length + more > SearchCriteria.MAX_LENGTH)) {
        pages.add(List.copyOf(page));
        page.clear();
        length = 0;
      }
      page.add(sku);
      length += more;
    }
    if (!page.isEmpty()) {
      pages.add(List.copyOf(page));
    }
    return pages;
  }
}
