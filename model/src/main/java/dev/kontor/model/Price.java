package dev.kontor.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one article, or one variant of it, costs whom.
 *
 * @param sku the number the hub identifies it by, after the connection's SKU scheme
 * @param parentSku of the article it is a variant of, null if it is none
 * @param asOf day in the company's time zone these prices hold on
 * @param changesOn first later day on which they will differ, null if none is known
 * @param sheets one per audience and currency; an audience without a sheet pays what everybody pays
 */
public record Price(
    String sku,
    @Nullable String parentSku,
    LocalDate asOf,
    @Nullable LocalDate changesOn,
    List<PriceSheet> sheets,
    Map<String, Map<String, JsonNode>> extra) {

  public Price {
    sheets = List.copyOf(sheets);
    extra = Map.copyOf(extra);
  }
}
