package dev.kontor.connector.businesscentral;

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
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Finds items and variants by article number, many in one call, and remembers them. */
final class Items {

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
    List<JsonNode> items = new ArrayList<>();
    Set<String> unknown = unknown(skus);
    Wanted.read(company, queries(unknown, items::addAll));
    for (String sku : skus) {
      Item item = unknown.contains(sku) ? null : known.get(sku);
      Optional<Item> hit = item == null ? match(sku, items) : Optional.of(item);
      hit.ifPresent(
          match -> {
            known.put(sku, match);
            found.put(sku, match);
          });
    }
    return found;
  }

  /** What must be read to know these; numbers that name two items are left for {@link #find}. */
  List<Wanted> unread(Collection<String> skus) {
    Set<String> unknown = unknown(skus);
    return queries(
        unknown,
        items ->
            unknown.stream()
                .map(sku -> Map.entry(sku, hits(sku, items)))
                .filter(hits -> hits.getValue().size() == 1)
                .forEach(hits -> known.put(hits.getKey(), hits.getValue().getFirst())));
  }

  private Set<String> unknown(Collection<String> skus) {
    return skus.stream()
        .filter(sku -> known.get(sku) == null)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private List<Wanted> queries(Set<String> skus, Consumer<List<JsonNode>> taker) {
    Set<String> keys =
        skus.stream()
            .flatMap(sku -> scheme.read(sku).stream())
            .map(SkuScheme.Parts::item)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    ODataQuery query = ODataQuery.of("items").select(FIELDS).expand(VARIANTS);
    return Wanted.byTexts(query, scheme.field(), keys, taker);
  }

  /** The item itself wins; two variants that spell the same number are ambiguous. */
  private Optional<Item> match(String sku, List<JsonNode> items) {
    List<Item> hits = hits(sku, items);
    if (hits.size() > 1) {
      throw new FaultException(
          new Fault.Ambiguous(
              hits.size() + " items answer to article number " + sku + "; keep it on one of them"));
    }
    return hits.stream().findFirst();
  }

  private List<Item> hits(String sku, List<JsonNode> items) {
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
    return hits;
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
