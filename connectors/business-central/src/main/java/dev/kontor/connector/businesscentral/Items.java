package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Finds items and variants by article number, many in one call, and remembers them. */
final class Items {

  /** Keeps the address short; {@code or} on one field is allowed (behaviours.md §3). */
  static final int PER_CALL = 30;

  private static final String VARIANTS = "itemVariants($select=id,code)";
  private static final List<String> FIELDS =
      List.of("id", "number", "gtin", "blocked", "type", "taxGroupCode", "baseUnitOfMeasureCode");

  private final Company company;
  private final SkuScheme scheme;
  private final Remembered<Item> known;

  Items(Company company, SkuScheme scheme) {
    this.company = company;
    this.scheme = scheme;
    this.known = new Remembered<>(company.clock());
  }

  /**
   * Those found, by article number.
   *
   * @throws FaultException {@link Fault.Ambiguous} if two items share one number
   */
  Map<String, Item> find(Collection<String> skus) {
    Map<String, Item> found = new TreeMap<>();
    Set<String> wanted = new LinkedHashSet<>();
    for (String sku : skus) {
      Item item = known.get(sku);
      if (item == null) {
        wanted.add(sku);
      } else {
        found.put(sku, item);
      }
    }
    List<JsonNode> items = load(wanted);
    for (String sku : wanted) {
      match(sku, items)
          .ifPresent(
              item -> {
                known.put(sku, item);
                found.put(sku, item);
              });
    }
    return found;
  }

  private List<JsonNode> load(Set<String> skus) {
    Set<String> keys =
        skus.stream()
            .flatMap(sku -> scheme.read(sku).stream())
            .map(SkuScheme.Parts::item)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<JsonNode> items = new ArrayList<>();
    for (List<String> some : chunks(List.copyOf(keys))) {
      items.addAll(
          company
              .client()
              .all(
                  ODataQuery.of("items")
                      .filter(anyOf(scheme.field(), some))
                      .select(FIELDS)
                      .expand(VARIANTS)));
    }
    return items;
  }

  /** {@code field eq 'a' or field eq 'b'}. */
  static String anyOf(String field, List<String> values) {
    return values.stream()
        .map(value -> field + " eq " + OData.quoted(value))
        .collect(Collectors.joining(" or "));
  }

  static List<List<String>> chunks(List<String> all) {
    List<List<String>> chunks = new ArrayList<>();
    for (int i = 0; i < all.size(); i += PER_CALL) {
      chunks.add(all.subList(i, Math.min(all.size(), i + PER_CALL)));
    }
    return chunks;
  }

  /** The item itself wins; two variants that spell the same number are ambiguous. */
  private Optional<Item> match(String sku, List<JsonNode> items) {
    List<Item> hits = new ArrayList<>();
    for (SkuScheme.Parts parts : scheme.read(sku)) {
      items.stream()
          .filter(item -> isItem(item, parts))
          .flatMap(item -> item(item, parts).stream())
          .forEach(hits::add);
      if (parts.variant() == null && !hits.isEmpty()) {
        break;
      }
    }
    if (hits.size() > 1) {
      throw new FaultException(
          new Fault.Ambiguous(
              hits.size() + " items answer to article number " + sku + "; keep it on one of them"));
    }
    return hits.stream().findFirst();
  }

  private boolean isItem(JsonNode item, SkuScheme.Parts parts) {
    return parts.item().equalsIgnoreCase(Json.text(item, scheme.field(), ""));
  }

  private static Optional<Item> item(JsonNode item, SkuScheme.Parts parts) {
    if (parts.variant() == null) {
      return Optional.of(Item.of(item, null));
    }
    for (JsonNode variant : item.path("itemVariants")) {
      if (parts.variant().equalsIgnoreCase(Json.text(variant, "code", ""))) {
        return Optional.of(Item.of(item, Json.text(variant, "id")));
      }
    }
    return Optional.empty();
  }
}
