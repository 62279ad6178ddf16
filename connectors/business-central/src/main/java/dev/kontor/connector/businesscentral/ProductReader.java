package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads items and their variants, each as a document of its own: content is the item, with {@code
 * sku} by the connection's scheme and, for a variant, {@code variant} and {@code parentSku}. A
 * change of a variant does not touch its item, so both sets are swept in turn.
 */
final class ProductReader implements Reader {

  private static final String ITEMS = "items";
  private static final String VARIANTS = "itemVariants";

  private final Company company;
  private final SkuScheme skus;
  private final Sweep items;
  private final Sweep variants;

  ProductReader(Configuration configuration, Company company) {
    this.company = company;
    this.skus = configuration.skus();
    this.items = new Sweep(company, ODataQuery.of(ITEMS), configuration.overlap());
    this.variants = new Sweep(company, ODataQuery.of(VARIANTS), configuration.overlap());
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    JsonNode at = from == null ? Json.object() : ModelJson.parse(from.value());
    boolean onVariants = VARIANTS.equals(Json.text(at, "turn"));
    String turn = onVariants ? VARIANTS : ITEMS;
    Sweep.Result result = (onVariants ? variants : items).read(cursor(at, turn), limit);
    ObjectNode next = Json.object();
    at.properties().forEach(entry -> next.set(entry.getKey(), entry.getValue()));
    next.put(turn, result.next().value());
    next.put("turn", result.more() == onVariants ? VARIANTS : ITEMS);
    List<Document> documents =
        onVariants
            ? ofVariants(result.entities())
            : result.entities().stream().map(this::ofItem).toList();
    return new Page(documents, new Cursor(next.toString()), result.more() || !onVariants);
  }

  private static @Nullable Cursor cursor(JsonNode at, String set) {
    String value = Json.text(at, set);
    return value == null ? null : new Cursor(value);
  }

  @Override
  public List<Document> find(Identity identity) {
    if (!(identity instanceof Identity.NativeId(String id))) {
      throw new FaultException(new Fault.Unsupported("products are found by native id only"));
    }
    return fetch(List.of(id));
  }

  /** An id does not say whether it is an item's or a variant's. */
  @Override
  public List<Document> fetch(List<String> ids) {
    List<String> asked = ids.stream().filter(Company::isId).toList();
    List<JsonNode> foundItems = new ArrayList<>();
    List<JsonNode> foundVariants = new ArrayList<>();
    List<Wanted> wanted = new ArrayList<>();
    wanted.addAll(Wanted.byIds(ODataQuery.of(ITEMS), "id", asked, foundItems::addAll));
    wanted.addAll(Wanted.byIds(ODataQuery.of(VARIANTS), "id", asked, foundVariants::addAll));
    Wanted.read(company, wanted);
    List<Document> documents = new ArrayList<>();
    foundItems.forEach(item -> documents.add(ofItem(item)));
    documents.addAll(ofVariants(foundVariants));
    return documents;
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    boolean onVariants = from != null && from.value().startsWith(VARIANTS + " ");
    Cursor inner =
        onVariants && from != null
            ? new Cursor(from.value().substring(VARIANTS.length() + 1))
            : from;
    Page page = Keys.of(company, EntityType.PRODUCT, onVariants ? VARIANTS : ITEMS, inner, limit);
    boolean variantsNext = onVariants ? page.more() : !page.more();
    String prefix = variantsNext ? VARIANTS + " " : "";
    return new Page(
        page.documents(), new Cursor(prefix + page.next().value()), page.more() || !onVariants);
  }

  private Document ofItem(JsonNode item) {
    return document(item, item, null);
  }

  private List<Document> ofVariants(List<JsonNode> changed) {
    Set<String> ids =
        changed.stream()
            .map(variant -> Json.text(variant, "itemId", ""))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Map<String, JsonNode> itemsById = new TreeMap<>();
    Wanted.read(
        company,
        Wanted.byIds(
            ODataQuery.of(ITEMS),
            "id",
            ids,
            found -> found.forEach(item -> itemsById.put(Json.text(item, "id", ""), item))));
    List<Document> documents = new ArrayList<>();
    for (JsonNode variant : changed) {
      JsonNode item = itemsById.get(Json.text(variant, "itemId", ""));
      if (item != null) {
        documents.add(document(variant, item, variant));
      }
    }
    return documents;
  }

  private Document document(JsonNode changed, JsonNode item, @Nullable JsonNode variant) {
    ObjectNode content = ((ObjectNode) item).deepCopy();
    String number = Json.text(item, "number", "");
    String gtin = Json.text(item, "gtin");
    String code = variant == null ? null : Json.text(variant, "code");
    String sku = skus.write(number, gtin, code);
    if (sku != null) {
      content.put("sku", sku);
    }
    if (variant != null) {
      content.set("variant", variant);
      content.put("parentSku", number);
    }
    Document plain = Documents.of(EntityType.PRODUCT, changed);
    return new Document(
        EntityType.PRODUCT,
        plain.id(),
        sku == null ? number : sku,
        plain.version(),
        plain.changedAt(),
        false,
        content);
  }
}
