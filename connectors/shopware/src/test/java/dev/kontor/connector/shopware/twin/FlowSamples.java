package dev.kontor.connector.shopware.twin;

import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.contract.TwinBench.Sample;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes of articles, prices, customers and order progress for the contract, and their effects. */
final class FlowSamples {

  private static final Set<EntityType> TYPES =
      Set.of(EntityType.PRODUCT, EntityType.PRICE, EntityType.ORDER_PROGRESS, EntityType.CUSTOMER);

  private final TwinShop shop;
  private int effects;

  FlowSamples(TwinShop shop) {
    this.shop = shop;
  }

  static boolean has(EntityType type) {
    return TYPES.contains(type);
  }

  List<Sample> right(EntityType type, Write.Action action, int count) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      effects++;
      samples.add(right(type, action));
    }
    return samples;
  }

  private Sample right(EntityType type, Write.Action action) {
    if (type == EntityType.PRODUCT) {
      return article(action, "Artikel " + effects, null);
    }
    if (type == EntityType.CUSTOMER) {
      return customer(Contents.json("{\"lastName\":\"Nr. " + effects + "\"}"));
    }
    return type == EntityType.PRICE ? price(effects + ".19") : shipment("V-" + effects);
  }

  Sample awkward(EntityType type, Write.Action action, String text) {
    effects++;
    if (type == EntityType.PRODUCT) {
      return article(action, "Artikel", text);
    }
    if (type == EntityType.CUSTOMER) {
      ObjectNode content = Contents.json("{}");
      content.putObject("customFields").put("kontor_payment_terms", text);
      return customer(content);
    }
    Sample sample = shipment("V-" + effects);
    ((ObjectNode) sample.write().content().path("shipment")).put("carrier", text);
    return sample;
  }

  Sample wrong(EntityType type, Write.Action action) {
    effects++;
    if (type == EntityType.PRICE) {
      Sample sample = price("1.19");
      ((ObjectNode) sample.write().content().path("sheets").path(0)).put("currency", "CHF");
      return new Sample(sample.write(), "sheets");
    }
    if (type == EntityType.CUSTOMER) {
      Sample sample = customer(Contents.json("{\"email\":\"kein Postfach\"}"));
      return new Sample(sample.write(), "email");
    }
    if (type == EntityType.ORDER_PROGRESS) {
      Placed order = shop.order();
      for (String step : List.of("process", "complete")) {
        shop.admin("POST", "/api/_action/order/" + order.id() + "/state/" + step, null);
      }
      JsonNode content = Contents.event(order.id(), "CANCELLED", "CANCELLED");
      return new Sample(write(Write.Action.UPDATE, order.number(), order.id(), content), "kind");
    }
    if (action == Write.Action.DELETE) {
      return new Sample(write(action, "X", "no-id", Contents.json("{}")), "id");
    }
    Sample sample = article(action, "Falsch " + effects, null);
    ((ObjectNode) sample.write().content()).put("taxRate", "18");
    return new Sample(sample.write(), "taxRate");
  }

  private Sample article(Write.Action action, String name, @Nullable String description) {
    if (action == Write.Action.CREATE) {
      String number = "NEU-" + effects;
      return new Sample(
          write(action, number, null, described(Contents.article(number, name), description)), "");
    }
    Placed placed = shop.product();
    JsonNode content =
        action == Write.Action.DELETE
            ? Contents.json("{}")
            : described(Contents.article(placed.number(), name), description);
    return new Sample(write(action, placed.number(), placed.id(), content), "");
  }

  private static ObjectNode described(ObjectNode article, @Nullable String description) {
    if (description != null) {
      article
          .withArrayProperty("texts")
          .addObject()
          .put("language", "de-DE")
          .put("description", description);
    }
    return article;
  }

  private Sample customer(ObjectNode content) {
    Placed customer = shop.customer();
    return new Sample(write(Write.Action.UPDATE, customer.number(), customer.id(), content), "");
  }

  /** All that the content states. */
  private boolean isChanged(Write write) {
    JsonNode there = shop.account(String.valueOf(write.targetId()));
    return write.content().properties().stream()
        .allMatch(
            field ->
                field.getValue().isObject()
                    ? field.getValue().properties().stream()
                        .allMatch(
                            inner ->
                                inner
                                    .getValue()
                                    .equals(there.path(field.getKey()).path(inner.getKey())))
                    : field.getValue().equals(there.path(field.getKey())));
  }

  private Sample price(String gross) {
    Placed product = shop.product();
    JsonNode content = Contents.price(product.number(), gross, gross);
    return new Sample(write(Write.Action.UPDATE, product.number(), product.number(), content), "");
  }

  private Sample shipment(String number) {
    Placed order = shop.order();
    JsonNode content = Contents.shipment(order.id(), number, "JJD" + number);
    return new Sample(write(Write.Action.UPDATE, order.number(), order.id(), content), "");
  }

  private Write write(
      Write.Action action, String reference, @Nullable String target, JsonNode content) {
    return new Write("effect-" + effects, action, reference, target, content);
  }

  int effects(EntityType type, Sample sample) {
    Write write = sample.write();
    JsonNode content = write.content();
    boolean there;
    if (type == EntityType.CUSTOMER) {
      there = isChanged(write);
    } else if (type == EntityType.PRODUCT) {
      there = write.action() == Write.Action.DELETE ? isOff(write) : isAsWritten(content);
    } else {
      there = type == EntityType.PRICE ? costs(write) : shipped(write);
    }
    return there ? 1 : 0;
  }

  private boolean isOff(Write write) {
    JsonNode active = shop.shown(write.reference()).path("active");
    return active.isBoolean() && !active.asBoolean();
  }

  private boolean isAsWritten(JsonNode content) {
    JsonNode product = shop.shown(content.path("productNumber").asString());
    JsonNode description = content.path("texts").path(0).path("description");
    return product.path("name").equals(content.path("name"))
        && (description.isMissingNode() || product.path("description").equals(description));
  }

  private boolean costs(Write write) {
    String gross = write.content().at("/sheets/0/breaks/0/price/gross").asString();
    return shop.shown(write.reference()).path("unitPrice").asString().equals(gross);
  }

  private boolean shipped(Write write) {
    JsonNode fields = shop.truth(String.valueOf(write.targetId())).path("customFields");
    JsonNode shipment = write.content().path("shipment");
    JsonNode there = fields.path("kontor_shipments").path(shipment.path("number").asString("?"));
    return there.isObject() && there.path("carrier").equals(shipment.path("carrier"));
  }
}
