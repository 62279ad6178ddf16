package dev.kontor.app.verify;

import dev.kontor.engine.Connectors;
import dev.kontor.engine.mapping.Mapping;
import dev.kontor.engine.mapping.MappingCompiler;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.spi.ConnectorProvider;
import dev.kontor.spi.FaultException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Translates recorded orders with a connector's shipped mapping and compares them with truth. */
public final class OrderCheck {

  private static final String TRUTH = "expected.json";

  private final Mapping mapping;

  /**
   * One recorded order.
   *
   * @param differences in words, empty if all is equal
   */
  public record Result(String file, List<String> differences) {

    public boolean equal() {
      return differences.isEmpty();
    }
  }

  private OrderCheck(Mapping mapping) {
    this.mapping = mapping;
  }

  /** With the mapping {@code <connector>/order.in} as it is shipped, without overlays. */
  public static OrderCheck of(Connectors installed, String connector) {
    String id = connector + "/order.in";
    @Nullable ConnectorProvider provider = installed.providers().get(connector);
    String text = installed.schemas().mapping(id).orElse("");
    if (provider == null || text.isEmpty()) {
      throw new IllegalArgumentException(
          "The connector '"
              + connector
              + "' reads no orders; installed are "
              + String.join(", ", installed.schemas().connectors()));
    }
    return new OrderCheck(
        new MappingCompiler(provider.functions(), Set.of())
            .compile("mappings/" + id + ".yaml", text));
  }

  /** One result per order of {@code expected.json}, or per folder of one order each. */
  public List<Result> run(Path folder) {
    return Files.exists(folder.resolve(TRUTH)) || !Files.isDirectory(folder)
        ? together(folder)
        : apart(folder);
  }

  private List<Result> apart(Path folder) {
    try {
      List<Result> results = new ArrayList<>();
      for (RecordedCase one : RecordedCase.in(folder)) {
        JsonNode document = one.document();
        results.add(new Result(one.name(), differences(() -> document, one.expected())));
      }
      return results.isEmpty() ? together(folder) : results;
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private List<Result> together(Path folder) {
    JsonNode truth = read(folder.resolve(TRUTH));
    List<Result> results = new ArrayList<>();
    for (Map.Entry<String, JsonNode> file : truth.properties()) {
      String name = file.getKey();
      results.add(
          new Result(name, differences(() -> recorded(folder.resolve(name)), file.getValue())));
    }
    return results;
  }

  private static JsonNode recorded(Path file) {
    JsonNode recorded = read(file);
    return recorded.has("data") ? recorded.path("data").path(0) : recorded;
  }

  private List<String> differences(Supplier<JsonNode> recorded, JsonNode expected) {
    try {
      JsonNode document = recorded.get();
      JsonNode model = mapping.apply(document, new NoInstallation());
      Order order = ModelJson.mapper().treeToValue(model, Order.class);
      return compared(order, document, expected);
    } catch (FaultException e) {
      return List.of(e.fault().message());
    } catch (IllegalArgumentException | JacksonException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  private static List<String> compared(Order order, JsonNode document, JsonNode expected) {
    List<String> differences = new ArrayList<>();
    for (Map.Entry<String, JsonNode> figure : expected.properties()) {
      Function<Order, @Nullable Object> reader = Figures.ALL.get(figure.getKey());
      if (reader == null) {
        differences.add(figure.getKey() + " cannot be compared: the order has no such figure");
        continue;
      }
      Object actual = reader.apply(order);
      if (figure.getKey().equals("deliveries") && actual instanceof BigDecimal count) {
        actual = count.add(discountsOnly(document));
      }
      if (!Comparison.equal(figure.getValue(), actual)) {
        differences.add(
            figure.getKey()
                + " is "
                + Comparison.shown(actual)
                + " instead of "
                + figure.getValue().asString(figure.getValue().toString()));
      }
    }
    return differences;
  }

  /**
   * Shopware keeps a shipping discount as a delivery of its own (shopware/observed.md); nothing is
   * delivered by it, so the model has it as a promotion line.
   */
  private static BigDecimal discountsOnly(JsonNode document) {
    return BigDecimal.valueOf(
        document
            .path("deliveries")
            .valueStream()
            .filter(d -> d.path("shippingCosts").path("totalPrice").asDecimal().signum() < 0)
            .count());
  }

  private static JsonNode read(Path file) {
    try {
      return ModelJson.parse(Files.readAllBytes(file));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static IllegalArgumentException unreadable(Path file, IOException e) {
    return new IllegalArgumentException(
        file + " cannot be read; name a folder with orders/ and " + TRUTH, e);
  }
}
