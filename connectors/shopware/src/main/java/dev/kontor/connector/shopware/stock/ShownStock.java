package dev.kontor.connector.shopware.stock;

import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the shop shows beside what it is to show; one call for 500. */
final class ShownStock {

  private final ShopwareApi api;

  /** Of shops that subtract their open orders beside the stock, what they leave of it. */
  private final String field;

  ShownStock(ShopwareApi api, boolean physical) {
    this.api = api;
    this.field = physical ? "availableStock" : "stock";
  }

  List<Standing> standings(List<Writer.Draft> drafts) {
    Map<String, JsonNode> rows = rows(drafts);
    List<Standing> standings = new ArrayList<>();
    for (Writer.Draft draft : drafts) {
      Fault fault = StockLevel.fault(draft.content());
      standings.add(
          fault == null
              ? standing(StockLevel.of(draft.content()), rows)
              : new Standing.Incomparable(fault));
    }
    return standings;
  }

  /** The shop ignores case in article numbers. */
  private Map<String, JsonNode> rows(List<Writer.Draft> drafts) {
    Set<String> numbers = new TreeSet<>();
    drafts.forEach(draft -> numbers.add(draft.content().path("productNumber").asString("")));
    Map<String, JsonNode> rows = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (List<String> some : Criteria.pages(numbers)) {
      Criteria criteria =
          new Criteria(Criteria.MAX_LIMIT)
              .anyOf("productNumber", some)
              .include("product", List.of("id", "productNumber", field, "createdAt", "updatedAt"));
      api.search("product", criteria)
          .forEach(row -> rows.put(ShopRow.text(row, "productNumber"), row));
    }
    return rows;
  }

  private Standing standing(StockLevel wanted, Map<String, JsonNode> rows) {
    @Nullable JsonNode row = rows.get(wanted.number());
    if (row == null) {
      return Standing.ABSENT;
    }
    int there = row.path(field).asInt(0);
    if (there == wanted.stock()) {
      return Standing.SAME;
    }
    String changed = ShopRow.text(row, "updatedAt").isEmpty() ? "createdAt" : "updatedAt";
    return new Standing.Other(
        List.of(new Standing.Field("stock", String.valueOf(wanted.stock()), String.valueOf(there))),
        ShopRow.time(row, changed));
  }
}
