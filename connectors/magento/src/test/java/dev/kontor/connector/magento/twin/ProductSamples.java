package dev.kontor.connector.magento.twin;

import dev.kontor.contract.TwinBench.Sample;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Write;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Articles, new ones and some that are there. */
final class ProductSamples implements Samples {

  /** Bar code of an article that only the shop has. */
  static final String TAKEN = "4006381333931";

  private final TwinShop shop;
  private int articles;

  ProductSamples(TwinShop shop) {
    this.shop = shop;
    shop.saveProduct(
        """
        {"sku": "WEB-ONLY", "name": "Only in the shop", "attribute_set_id": 4, "price": 5,
         "custom_attributes": [{"attribute_code": "ean", "value": "%s"}]}\
        """
            .formatted(TAKEN));
  }

  /** As the mapping states it. */
  static ObjectNode content(String sku, String name) {
    return (ObjectNode)
        ModelJson.parse(
            """
            {"sku": "%s", "name": "%s", "texts": [], "active": true, "weight": "0.25",
             "taxGroup": "VOLL", "taxRate": "19",
             "price": {"amount": "10.00", "currency": "EUR", "includesTax": false},
             "categories": [], "properties": [], "media": [], "variants": []}\
            """
                .formatted(sku, name));
  }

  /** Becomes an article with a variant for each size. */
  static ObjectNode withSizes(ObjectNode content, String... sizes) {
    ArrayNode variants = content.putArray("variants");
    for (String size : sizes) {
      ObjectNode variant = variants.addObject();
      variant.put("sku", content.path("sku").asString() + "-" + size).put("active", true);
      variant.putArray("texts");
      variant.putArray("options").addObject().put("name", "Größe").put("value", size);
      variant.putArray("media");
    }
    return content;
  }

  private Sample sample(Write.Action action, ObjectNode content, String field) {
    String sku = content.path("sku").asString();
    if (action != Write.Action.CREATE && content.path("variants").isEmpty()) {
      shop.article(sku, "9.90");
    } else if (action != Write.Action.CREATE) {
      shop.saveProduct(
          """
          {"sku": "%s", "name": "Was %s", "attribute_set_id": 4, "type_id": "configurable"}\
          """
              .formatted(sku, sku));
    }
    JsonNode told = action == Write.Action.DELETE ? ModelJson.mapper().createObjectNode() : content;
    String target = action == Write.Action.CREATE ? null : sku;
    return new Sample(new Write("effect-" + sku, action, sku, target, told), field);
  }

  private ObjectNode next() {
    String sku = "ART-" + ++articles;
    return content(sku, "Article of the ERP " + sku);
  }

  @Override
  public Sample right(Write.Action action) {
    return right(action, 0);
  }

  /** Of several every other one has variants: written in two steps, one lost answer is not all. */
  @Override
  public Sample right(Write.Action action, int place) {
    ObjectNode content = next();
    return sample(action, place % 2 == 0 ? content : withSizes(content, "M", "L"), "");
  }

  @Override
  public Sample wrong(Write.Action action) {
    if (action == Write.Action.DELETE) {
      String sku = "X".repeat(65);
      Write write = new Write("gone", action, sku, sku, ModelJson.mapper().createObjectNode());
      return new Sample(write, "sku");
    }
    return sample(action, next().put("gtin", TAKEN), "EAN");
  }

  @Override
  public Optional<Sample> awkward(Write.Action action, String text) {
    return action == Write.Action.DELETE
        ? Optional.empty()
        : Optional.of(sample(action, next().put("name", text), ""));
  }

  @Override
  public int effects(Sample sample) {
    Write write = sample.write();
    JsonNode there = shop.product(write.reference());
    boolean done =
        write.action() == Write.Action.DELETE
            ? there.path("status").asInt(0) == 2
            : there.path("name").asString("").equals(write.content().path("name").asString());
    return done ? 1 : 0;
  }
}
