package dev.kontor.twin.shopware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An order of the twin has the JSON shape of a recorded one: every key, every type. */
class OrderShapeTest {
  // Loaded by the shop for its own use; no client reads them.
  private static final Set<String> INTERNAL = Set.of("internal_mapping_storage", "search");

  // Editorial content and the recorded rows' own later history.
  private static final Set<String> HISTORY =
      Set.of("description", "weight", "cmsPageId", "updatedAt");

  private static final String ALL =
      """
      {"lineItems":{"associations":{"product":{},"children":{}}},
       "deliveries":{"associations":{"shippingMethod":{},"shippingOrderAddress":{"associations":{"country":{},"countryState":{}}},"stateMachineState":{},"positions":{}}},
       "transactions":{"associations":{"paymentMethod":{},"stateMachineState":{},"captures":{"associations":{"stateMachineState":{},"refunds":{"associations":{"positions":{},"stateMachineState":{}}}}}}},
       "addresses":{"associations":{"country":{},"countryState":{}}},"billingAddress":{"associations":{"country":{}}},
       "orderCustomer":{"associations":{"customer":{"associations":{"group":{}}},"salutation":{}}},
       "currency":{},"language":{},"salesChannel":{},"stateMachineState":{},"documents":{},"tags":{}}
      """;

  @Test
  void everyKeyOfTheRecordedOrderIsThere() throws IOException {
    try (var twin = ShopwareTwin.start(Options.demo())) {
      ShopClient shop = ShopClient.admin(twin);
      JsonNode cart =
          Fixtures.json("carts.json")
              .valueStream()
              .filter(c -> c.path("order").asString().contains("promotion-percent-paid"))
              .findFirst()
              .orElseThrow();
      String id =
          shop.post("/_twin/shop/orders", cart.path("request"))
              .json()
              .path("orders")
              .path(0)
              .path("id")
              .asString();
      JsonNode recorded = Fixtures.json("orders/promotion-percent-paid.json").path("data").path(0);
      List<String> differences = new ArrayList<>();
      compare("", recorded, shop.order(id, ALL), differences);
      assertThat(differences).isEmpty();
    }
  }

  private static void compare(
      String path, JsonNode recorded, JsonNode twin, List<String> differences) {
    if (recorded.isObject() && twin.isObject()) {
      recorded.properties().stream()
          .filter(p -> !INTERNAL.contains(p.getKey()))
          .filter(p -> !HISTORY.contains(p.getKey()) || !twin.path(p.getKey()).isNull())
          .forEach(
              p -> {
                String below = path + "/" + p.getKey();
                if (twin.has(p.getKey())) {
                  compare(below, p.getValue(), twin.get(p.getKey()), differences);
                } else {
                  differences.add(below + " is missing");
                }
              });
    } else if (recorded.isArray() && twin.isArray()) {
      for (int i = 0; i < Math.min(recorded.size(), twin.size()); i++) {
        compare(path + "/" + i, recorded.get(i), twin.get(i), differences);
      }
    } else if (!sameType(recorded, twin)) {
      differences.add(path + " is " + twin + " but was " + recorded);
    }
  }

  // What the shop leaves null the twin may leave null; an empty map is [] or {}.
  private static boolean sameType(JsonNode recorded, JsonNode twin) {
    return kind(recorded).equals(kind(twin));
  }

  private static String kind(JsonNode node) {
    return node.isContainer() ? "container" : node.getNodeType().name();
  }
}
