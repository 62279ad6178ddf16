package dev.kontor.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.ModelJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ContainerNode;
import tools.jackson.databind.node.ObjectNode;

/** The compiled schema and the schema itself must agree about every document. */
class ShapeTest {

  private static final String ORDER =
      """
      {"id": "o-1", "number": 10001, "channel": "web", "currency": "EUR", "currencyFactor": 1,
       "priceBasis": "GROSS", "state": "OPEN", "paymentState": "PAID",
       "placedAt": "2026-11-02T09:15:30Z",
       "customer": {"kind": "PERSON", "guest": true, "email": "a@b.example", "vatIds": ["DE1"],
         "taxCountry": "DE", "address": {"city": "Bern", "country": "CH"},
         "extra": {"shop": {"group": 7, "note": null}}},
       "billTo": {"street": "Weg 1", "country": "DE"}, "shipTo": {},
       "lines": [{"id": "1", "kind": "GOODS", "sku": "A", "description": "", "quantity": 2.0,
         "unitPrice": "59.95", "amount": {"net": 100.76, "tax": 19.14, "gross": 119.90},
         "taxes": [{"rate": 19, "amount": {"net": 100.76, "tax": 19.14, "gross": 119.90}}]}],
       "total": {"net": 100.76, "tax": 19.14, "gross": 119.90}, "taxes": [],
       "deliveries": [{"id": "d", "state": "OPEN", "trackingCodes": ["x"]}],
       "payments": [{"id": "p", "method": "card", "state": "PAID", "amount": 1, "captured": "1.50",
         "refunded": 0, "captures": []}],
       "tags": ["new"]}
      """;
  private static final Map<String, String> SAMPLES =
      Map.of(
          "order",
          ORDER,
          "stock",
          """
          {"sku": "A", "onHand": -1.5, "openDemand": "2",
           "locations": [{"location": "L", "onHand": 1, "openDemand": 2, "reservedForOthers": 0}],
           "receipts": [{"location": "L", "pieces": 3}], "transfers": [],
           "asOf": "2026-11-21T10:00:00.5+01:00", "day": "2026-11-21"}
          """,
          "stock-level",
          """
          {"sku": "A", "quantity": "-3", "terms": [{"term": "t", "quantity": 1, "source": "s"}]}
          """,
          "order-reply",
          """
          {"orderId": "1", "erpNumber": "S1", "erpId": "2", "connection": "erp"}
          """);
  private static final List<String> VALUES =
      List.of(
          "null",
          "1",
          "-1",
          "0.50",
          "1e3",
          "1e999",
          "true",
          "\"\"",
          "\"DE\"",
          "\"1.5\"",
          "\"01\"",
          "\"1.5\\n\"",
          "\"OPEN\"",
          "\"2026-13-99T99:99:99Z\"",
          "{}",
          "[]",
          "[null]",
          "{\"a\": 1}",
          "{\"a\": {\"b\": null}}",
          "[\"x\"]",
          "\"\uD83D\uDE00\"");

  @Test
  void samplesSurelyFit() {
    SAMPLES.forEach(
        (name, text) -> assertThat(fit(name, ModelJson.parse(text))).as(name).isNotNull());
  }

  /** Random changes at random places; most documents are a little wrong, many still right. */
  @Property(tries = 3000)
  void theCompiledSchemaAgreesWithTheSchema(
      @ForAll int sample, @ForAll @Size(min = 1, max = 3) List<Integer> changes) {
    List<String> names = SAMPLES.keySet().stream().sorted().toList();
    String name = names.get(Math.floorMod(sample, names.size()));
    JsonNode document = ModelJson.parse(SAMPLES.getOrDefault(name, ""));
    changes.forEach(change -> mutate(document, change));

    JsonNode byTheSchema;
    boolean right;
    try {
      byTheSchema = ModelForm.of(document);
      ModelSchemas.complete(name, byTheSchema);
      right = ModelSchemas.problems(name, byTheSchema).isEmpty();
    } catch (ExpressionRefusal e) {
      byTheSchema = document;
      right = false;
    }
    JsonNode fitting = fit(name, document);

    assertThat(fitting != null).as("%s", document).isEqualTo(right);
    if (fitting != null) {
      assertThat((Object) ModelJson.parse(fitting.toString())).isEqualTo(byTheSchema);
    }
  }

  private static @Nullable JsonNode fit(String name, JsonNode document) {
    return ModelSchemas.shape(name).fit(new Run("test", document, new Bench()), document);
  }

  private static void mutate(JsonNode document, int change) {
    List<ContainerNode<?>> places = new ArrayList<>();
    collect(document, places);
    ContainerNode<?> place = places.get(Math.floorMod(change, places.size()));
    int rest = Math.floorMod(change, 1_000_003) / places.size();
    JsonNode value = ModelJson.parse(VALUES.get(rest % VALUES.size()));
    if (place instanceof ObjectNode object) {
      mutate(object, value, rest / VALUES.size());
    } else if (place instanceof ArrayNode array) {
      array.insert(rest % (array.size() + 1), value);
    }
  }

  private static void mutate(ObjectNode object, JsonNode value, int rest) {
    List<String> names = List.copyOf(object.propertyNames());
    if (names.isEmpty() || rest % 5 == 0) {
      object.set(rest % 2 == 0 ? "unknown" : "extra", value);
    } else if (rest % 5 == 1) {
      object.remove(names.get(rest % names.size()));
    } else {
      object.set(names.get(rest % names.size()), value);
    }
  }

  private static void collect(JsonNode node, List<ContainerNode<?>> places) {
    if (node instanceof ContainerNode<?> container) {
      places.add(container);
      container.forEach(child -> collect(child, places));
    }
  }
}
