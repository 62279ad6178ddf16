package dev.kontor.twin.financeoperations.master;

import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.records.Message;
import dev.kontor.twin.financeoperations.records.Reference;
import dev.kontor.twin.financeoperations.stock.Place;
import dev.kontor.twin.kit.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people do with articles. One in a lifecycle state that is among the company's {@code
 * blockedStates} is not sold.
 */
public final class Articles {
  private static final String SOURCE = "products";
  private static final String STATE = "ProductLifecycleStateId";
  private static final List<String> FIXED = List.of("dataAreaId", "ItemNumber", "ProductNumber");

  private final Erp erp;
  private final Items items;

  public Articles(Erp erp) {
    this.erp = erp;
    this.items = new Items(erp);
  }

  /**
   * Treats an article: {@code change|variant|release|block|remove}; answers the row it left, empty
   * after {@code remove}.
   */
  public ObjectNode treat(String company, String item, String how, JsonNode body) {
    return switch (how) {
      case "change" -> change(product(company, item), body);
      case "variant" -> variant(company, product(company, item), body);
      case "release" -> release(company, item, body);
      case "block" -> block(company, item, body);
      case "remove" -> remove(company, product(company, item), body);
      default -> throw new IllegalArgumentException("No such control: items/" + how);
    };
  }

  private ObjectNode product(String company, String item) {
    return erp.records()
        .find(company, SOURCE, item)
        .orElseThrow(() -> Reference.unknown(item, "ItemNumber", "Released products"));
  }

  private ObjectNode change(ObjectNode product, JsonNode fields) {
    Setup.requireFields(product, SOURCE, fields);
    FIXED.stream()
        .filter(fields::has)
        .findFirst()
        .ifPresent(
            field -> {
              throw new IllegalArgumentException(field + " of an article cannot be changed.");
            });
    product.setAll((ObjectNode) fields);
    return erp.records().put(SOURCE, product);
  }

  private ObjectNode variant(String company, ObjectNode master, JsonNode named) {
    if (!text(master, "ProductSubType").equals("ProductMaster")) {
      throw new IllegalArgumentException(
          text(master, "ItemNumber") + " is no product master; only these have variants.");
    }
    List<String> dimensions = Place.dimensions(named);
    if (dimensions.stream().allMatch(String::isEmpty)) {
      throw new IllegalArgumentException("A variant needs product dimensions: ProductColorId, …");
    }
    boolean known =
        variants(company, master).stream().anyMatch(v -> Place.dimensions(v).equals(dimensions));
    if (known) {
      throw Fault.logic(Message.EXISTS, "Released product variants", text(master, "ItemNumber"));
    }
    return items.variant(company, master, named);
  }

  private List<ObjectNode> variants(String company, ObjectNode master) {
    return erp.records().where(company, Items.VARIANTS, "ItemNumber", text(master, "ItemNumber"));
  }

  private ObjectNode release(String company, String item, JsonNode body) {
    if (erp.records().find(company, SOURCE, item).isPresent()) {
      throw Fault.logic(Message.EXISTS, "Released products", item);
    }
    ObjectNode row = Json.object();
    String from = text(body, "from");
    if (!from.isEmpty()) {
      row.setAll(product(from, item));
      row.remove(List.of("dataAreaId", "_key"));
    }
    row.put("ItemNumber", item).put("ProductNumber", item);
    row.setAll((ObjectNode) body.deepCopy());
    row.remove("from");
    items.add(company, row);
    return product(company, item);
  }

  private ObjectNode block(String company, String item, JsonNode body) {
    if (!body.has("state")) {
      throw new IllegalArgumentException("state is missing; \"\" ends what a state blocks.");
    }
    ObjectNode product = product(company, item);
    if (Place.dimensions(body).stream().allMatch(String::isEmpty)) {
      product.set(STATE, body.path("state"));
      return erp.records().put(SOURCE, product);
    }
    ObjectNode variant = variant(product, company, body);
    variant.set(STATE, body.path("state"));
    return erp.records().put(Items.VARIANTS, variant);
  }

  private ObjectNode variant(ObjectNode master, String company, JsonNode named) {
    return variants(company, master).stream()
        .filter(v -> Place.dimensions(v).equals(Place.dimensions(named)))
        .findFirst()
        .orElseThrow(() -> Fault.logic(Message.VARIANT, text(master, "ItemNumber")));
  }

  /** One that was sold, or lies in stock, stays. */
  private ObjectNode remove(String company, ObjectNode product, JsonNode body) {
    boolean whole = Place.dimensions(body).stream().allMatch(String::isEmpty);
    List<ObjectNode> gone =
        whole ? variants(company, product) : List.of(variant(product, company, body));
    String item = text(product, "ItemNumber");
    boolean used =
        List.of("salesLines", Place.SOURCE).stream()
            .flatMap(source -> erp.records().where(company, source, "ItemNumber", item).stream())
            .anyMatch(row -> whole || gone.stream().anyMatch(v -> same(v, row)));
    if (used) {
      throw Fault.logic(Message.ITEM_USED, item);
    }
    gone.forEach(v -> erp.records().remove(Items.VARIANTS, v));
    if (whole) {
      erp.records().remove(SOURCE, product);
    }
    return Json.object();
  }

  private static boolean same(ObjectNode one, ObjectNode other) {
    return Place.dimensions(one).equals(Place.dimensions(other));
  }

  /** Whether sales are blocked by the lifecycle state of the article or of its variant. */
  public static boolean isBlocked(Erp erp, String company, JsonNode row) {
    String state = text(row, STATE);
    return !state.isEmpty() && erp.records().find(company, "blockedStates", state).isPresent();
  }
}
