package dev.kontor.app.verify;

import dev.kontor.model.ModelJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One order in a folder of its own: {@code order.json}, lists of what belongs to it such as {@code
 * invoices.json}, and {@code expected.json} in the words of the shop's tables, as recordings of
 * Magento come. A bundle is compared by its components, as the shipped settings read it.
 */
record RecordedCase(Path folder) {

  private static final String ORDER = "order.json";
  private static final String TRUTH = "expected.json";

  /** All below a folder or its folder {@code orders}; none if it is laid out otherwise. */
  static List<RecordedCase> in(Path folder) throws IOException {
    Path orders = Files.isDirectory(folder.resolve("orders")) ? folder.resolve("orders") : folder;
    try (Stream<Path> found = Files.list(orders)) {
      Predicate<Path> isCase =
          path -> Files.exists(path.resolve(ORDER)) && Files.exists(path.resolve(TRUTH));
      return found.filter(isCase).sorted().map(RecordedCase::new).toList();
    }
  }

  String name() {
    return folder.getFileName().toString();
  }

  /** As the connector's reader gives it: lists beside the order's own fields. */
  JsonNode document() throws IOException {
    ObjectNode order = (ObjectNode) read(ORDER);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        boolean list = name.endsWith("s.json") && read(name).path("items").isArray();
        if (list && !name.contains("-")) {
          order.set(name.substring(0, name.length() - ".json".length()), read(name).path("items"));
        }
      }
    }
    return order;
  }

  /** By the names of {@link Figures}; what the shop left out, such as no delivery, is left out. */
  JsonNode expected() throws IOException {
    JsonNode truth = read(TRUTH);
    ObjectNode figures = ModelJson.mapper().createObjectNode();
    figures.set("order_number", truth.path("order_number"));
    figures.set("currency", truth.path("currency"));
    figures.set("gross_total", truth.path("grand_total_gross"));
    figures.set("net_total", truth.path("net_total"));
    figures.set("tax_total", truth.path("tax_total"));
    truth.path("tax_by_rate").forEach(rate -> rate(figures, rate));
    figures.withObject("/taxed_per_rate");
    figures.withObject("/net_per_taxed_rate");
    for (String side : List.of("net", "tax", "gross")) {
      figures.set("shipping_" + side, truth.path("shipping").path(side));
    }
    figures.set("shipping_method", truth.path("shipping").path("method"));
    figures.set("goods", goods(truth));
    figures.set("payment_method", truth.path("payment_method"));
    figures.set("paid_amount", truth.path("paid"));
    figures.set("refunded_amount", truth.path("refunded"));
    figures.set("customer_email", truth.path("customer").path("email"));
    figures.set("customer_note", truth.path("customer").path("note"));
    figures.set("company", truth.path("bill_to").path("company"));
    figures.set("bill_to_country", truth.path("bill_to_country"));
    if (truth.path("ship_to_country").isString()) {
      figures.set("ship_to_country", truth.path("ship_to_country"));
    }
    return figures;
  }

  private static void rate(ObjectNode figures, JsonNode rate) {
    String percent = rate.path("rate").asString("");
    figures.withObject("/taxed_per_rate").set(percent, rate.path("tax"));
    figures.withObject("/net_per_taxed_rate").set(percent, rate.path("net"));
  }

  private static ArrayNode goods(JsonNode truth) {
    ArrayNode goods = ModelJson.mapper().createArrayNode();
    boolean split = truth.has("lines_components_view");
    for (JsonNode line : truth.path(split ? "lines_components_view" : "lines")) {
      goods.add(
          Figures.goods(
              line.path("sku").asString(""),
              line.path("qty").decimalValue(),
              line.path("net").decimalValue(),
              line.path("tax").decimalValue()));
    }
    return goods;
  }

  private JsonNode read(String file) throws IOException {
    return ModelJson.parse(Files.readAllBytes(folder.resolve(file)));
  }
}
