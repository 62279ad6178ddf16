package dev.kontor.twin.magento.stock;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parts of a bundle that ships together lie at one source, the same for all: a second one is
 * refused (magento/observed.md "More on fulfilment and stock").
 */
final class ShipTogether {
  private static final String MESSAGE =
      "Not able to assign \"%1\" to product \"%2\", as it is part of bundle product <a"
          + " href=\"%3\">\"%4\"</a> with shipment type \"Ship Together\" and has multiple sources"
          + " or different source as other bundle selections.";

  private final Tables tables;

  ShipTogether(Tables tables) {
    this.tables = tables;
  }

  void check(JsonNode given, ArrayNode errors) {
    for (JsonNode item : given) {
      for (ObjectNode bundle : tables.products().all()) {
        JsonNode parts = bundle.path("_bundle").path("parts");
        String sku = Row.text(item, "sku");
        String source = Row.text(item, "source_code");
        boolean part = parts.valueStream().anyMatch(p -> Row.text(p, "sku").equalsIgnoreCase(sku));
        if (part && !sources(parts, source).isEmpty()) {
          errors.add(entry(source, sku, bundle));
        }
      }
    }
  }

  /** Where the parts lie besides this source. */
  private Set<String> sources(JsonNode parts, String source) {
    Set<String> others = new HashSet<>();
    for (JsonNode part : parts) {
      tables.sourceItems().all().stream()
          .filter(i -> Row.text(i, "sku").equalsIgnoreCase(Row.text(part, "sku")))
          .map(i -> Row.text(i, "source_code"))
          .filter(s -> !s.equals(source))
          .forEach(others::add);
    }
    return others;
  }

  private static ObjectNode entry(String source, String sku, ObjectNode bundle) {
    ArrayNode parameters = Json.array().add(source).add(sku);
    parameters.add("http://127.0.0.1/catalog/product/edit/id/" + Row.number(bundle, "id") + "/");
    return ApiError.entry(MESSAGE, parameters.add(Row.text(bundle, "sku")));
  }
}
