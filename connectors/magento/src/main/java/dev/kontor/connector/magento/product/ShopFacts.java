package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.ProductSettings;
import dev.kontor.connector.magento.api.BaseCurrency;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.api.SearchCriteria;
import dev.kontor.connector.magento.attribute.Attribute;
import dev.kontor.connector.magento.attribute.Attributes;
import dev.kontor.connector.magento.category.Categories;
import dev.kontor.connector.magento.sharedcatalog.SharedCatalogs;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the shop calls what the settings name: ids of attribute set, tax classes and websites; and
 * the unit of its weights. Remembered for a while.
 */
public final class ShopFacts {

  private static final Duration KNOWN = Duration.ofMinutes(10);

  private final MagentoApi api;
  private final MagentoSettings settings;
  private final InstantSource clock;
  private final BaseCurrency currency;
  private final Categories categories;
  private final SharedCatalogs sharedCatalogs;
  private volatile Instant since = Instant.EPOCH;
  private volatile @Nullable Facts known;

  public ShopFacts(MagentoApi api, MagentoSettings settings, InstantSource clock) {
    this.api = api;
    this.settings = settings;
    this.clock = clock;
    this.currency = new BaseCurrency(api);
    this.categories = new Categories(api, settings, clock);
    this.sharedCatalogs = new SharedCatalogs(api, settings, clock);
  }

  /**
   * @throws FaultException if the settings name a category or a shared catalogue that is not there
   */
  void checkNamed() {
    if (categories.used()) {
      categories.root();
    }
    sharedCatalogs.chosen();
  }

  Categories categories() {
    return categories;
  }

  SharedCatalogs sharedCatalogs() {
    return sharedCatalogs;
  }

  String currency() {
    return currency.code();
  }

  Facts get() {
    Instant now = clock.instant();
    Facts facts = known;
    if (facts == null || since.plus(KNOWN).isBefore(now)) {
      facts = read(settings.products());
      known = facts;
      since = now;
    }
    return facts;
  }

  /** Id of that of new articles. */
  public int attributeSet() {
    return attributeSet(settings.products());
  }

  /** Asks the shop for each of these, by what people call them. */
  public Map<String, Runnable> looks() {
    ProductSettings products = settings.products();
    Map<String, Runnable> looks = new LinkedHashMap<>();
    looks.put("attribute sets", () -> attributeSet(products));
    looks.put("tax classes", () -> taxClasses(products));
    looks.put("websites", () -> websites(products));
    looks.put("units of weight", this::pounds);
    if (!products.codes().isEmpty()) {
      looks.put("attributes", () -> attributes(products, attributeSet(products)));
      String any = products.codes().getFirst();
      looks.put("values of attributes", () -> api.get("products/attributes/" + any + "/options"));
    }
    if (categories.used()) {
      looks.put("categories", categories::root);
    }
    if (sharedCatalogs.used()) {
      looks.put("shared catalogues", sharedCatalogs::chosen);
    }
    return looks;
  }

  private Facts read(ProductSettings products) {
    int set = attributeSet(products);
    return new Facts(
        set, taxClasses(products), websites(products), pounds(), attributes(products, set));
  }

  private int attributeSet(ProductSettings products) {
    SearchCriteria criteria =
        new SearchCriteria(SearchCriteria.MAX_SIZE)
            .equalTo("attribute_set_name", products.attributeSet());
    return api.search("products/attribute-sets/sets/list", criteria).stream()
        .map(set -> set.path("attribute_set_id").asInt(0))
        .findFirst()
        .orElseThrow(
            () -> wrong("products.attributeSet", products.attributeSet(), "attribute set"));
  }

  private Map<String, String> taxClasses(ProductSettings products) {
    if (products.taxClasses().isEmpty()) {
      return Map.of();
    }
    Map<String, String> ids = new HashMap<>();
    SearchCriteria criteria =
        new SearchCriteria(SearchCriteria.MAX_SIZE).equalTo("class_type", "PRODUCT");
    for (JsonNode row : api.search("taxClasses/search", criteria)) {
      ids.put(row.path("class_name").asString(""), row.path("class_id").asString(""));
    }
    Map<String, String> byGroup = new HashMap<>();
    products
        .taxClasses()
        .forEach(
            (group, name) -> {
              if (!ids.containsKey(name)) {
                throw wrong("products.taxClasses." + group, name, "product tax class");
              }
              byGroup.put(group, Objects.requireNonNull(ids.get(name)));
            });
    return byGroup;
  }

  private List<Integer> websites(ProductSettings products) {
    if (products.websites().isEmpty()) {
      return List.of();
    }
    Map<String, Integer> ids = new HashMap<>();
    api.get("store/websites")
        .forEach(site -> ids.put(site.path("code").asString(""), site.path("id").asInt(0)));
    return products.websites().stream()
        .map(
            code -> {
              Integer id = ids.get(code);
              if (id == null) {
                throw wrong("products.websites", code, "website");
              }
              return id;
            })
        .toList();
  }

  private Attributes attributes(ProductSettings products, int set) {
    if (products.codes().isEmpty()) {
      return Attributes.none(api);
    }
    Attributes attributes = Attributes.of(api, set);
    products
        .options()
        .forEach(
            (name, code) -> {
              if (!attribute("products.options." + name, code, attributes).tellsVariants()) {
                throw wrong(
                    "products.options." + name,
                    "names '"
                        + code
                        + "', by which variants cannot differ; it must be a dropdown whose scope is"
                        + " global");
              }
            });
    products
        .attributes()
        .forEach(
            (name, code) -> {
              Attribute attribute = attribute("products.attributes." + name, code, attributes);
              if (!attribute.isText() && !attribute.isChosen()) {
                throw wrong(
                    "products.attributes." + name,
                    "names '" + code + "', which is neither a text nor a dropdown");
              }
            });
    return attributes;
  }

  /** The shop would drop the values of others silently. */
  private Attribute attribute(String setting, String code, Attributes attributes) {
    Attribute attribute = attributes.find(code);
    if (attribute == null) {
      throw wrong(
          setting,
          "names '"
              + code
              + "', but the attribute set "
              + settings.products().attributeSet()
              + " has no such attribute; add it there (Stores, Attributes, Attribute Set)");
    }
    return attribute;
  }

  private boolean pounds() {
    return api.get("store/storeConfigs")
        .valueStream()
        .anyMatch(store -> store.path("weight_unit").asString("").equals("lbs"));
  }

  private FaultException wrong(String setting, String name, String what) {
    return wrong(setting, "names '" + name + "', but the shop has no such " + what);
  }

  private FaultException wrong(String setting, String problem) {
    return new FaultException(
        new Fault.Misconfigured(settings.connection() + "." + setting, problem));
  }
}
