package dev.kontor.twin.magento.option;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.data.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a buyer has chosen of a product's options, in the order in which the product has them. */
public final class Choices {
  public static final Choices NONE = new Choices(List.of(), Json.object());

  private final List<Choice> chosen;
  private final JsonNode given;

  private Choices(List<Choice> chosen, JsonNode given) {
    this.chosen = chosen;
    this.given = given;
  }

  /**
   * Throws IllegalArgumentException for what the shop would not put into a cart.
   *
   * @param given {@code {option_id: text, time, date fields, number of a value, or a list of them}}
   * @param now the shop's time
   */
  public static Choices of(ObjectNode product, JsonNode given, String now) {
    for (String id : given.propertyNames()) {
      boolean known =
          CustomOptions.of(product).stream()
              .anyMatch(o -> o.path("option_id").asString("").equals(id));
      if (!known) {
        throw new IllegalArgumentException(
            "options: " + Row.text(product, "sku") + " has no option " + id);
      }
    }
    List<Choice> chosen = new ArrayList<>();
    for (ObjectNode option : CustomOptions.of(product)) {
      JsonNode own = given.path(option.path("option_id").asString(""));
      new UserValue(option).of(own, now).ifPresent(chosen::add);
    }
    return new Choices(chosen, given);
  }

  /** What a piece costs with them that costs this much without, in base currency. */
  public BigDecimal priced(BigDecimal base) {
    return chosen.stream()
        .map(c -> c.price(base))
        .reduce(base, BigDecimal::add)
        .max(BigDecimal.ZERO);
  }

  /** A SKU and those of the options behind it (Model/Product/Type/AbstractType, getOptionSku). */
  public String sku(String own) {
    StringBuilder sku = new StringBuilder(own);
    chosen.stream()
        .map(Choice::sku)
        .filter(s -> !s.isEmpty())
        .forEach(s -> sku.append('-').append(s));
    return sku.toString();
  }

  /**
   * As {@code custom_options} of an order item: as asked for, so also what was left blank
   * (Model/ProductOptionProcessor).
   */
  public ArrayNode shown() {
    ArrayNode shown = Json.array();
    for (var option : given.properties()) {
      shown
          .addObject()
          .put("option_id", option.getKey())
          .put("option_value", value(option.getKey(), option.getValue()));
    }
    return shown;
  }

  /**
   * Text stays as it was entered, blanks around it too; what was selected stands before its time.
   */
  private String value(String id, JsonNode entered) {
    String selected = entered.isObject() ? new DateFields(entered).joined() + "," : "";
    return chosen.stream()
        .filter(c -> c.option().path("option_id").asString("").equals(id))
        .filter(c -> !OptionType.of(c.option()).isText())
        .map(c -> selected + c.value())
        .findFirst()
        .orElseGet(() -> entered.asString(""));
  }

  /** {@code [{title, value}]} as people read them. */
  public ArrayNode words() {
    ArrayNode words = Json.array();
    chosen.forEach(
        c -> words.addObject().put("title", Row.text(c.option(), "title")).put("value", c.words()));
    return words;
  }
}
