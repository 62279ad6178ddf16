package dev.kontor.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.model.Address;
import dev.kontor.model.Capture;
import dev.kontor.model.Customer;
import dev.kontor.model.Delivery;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.OrderPayment;
import dev.kontor.model.OrderProgress;
import dev.kontor.model.OrderRefund;
import dev.kontor.model.OrderShipment;
import dev.kontor.model.Payment;
import dev.kontor.model.Price;
import dev.kontor.model.Product;
import dev.kontor.model.ProgressEvent;
import dev.kontor.model.Quote;
import dev.kontor.model.Refund;
import dev.kontor.model.Stock;
import dev.kontor.spi.FaultException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ModelResultTest {

  private static final Map<String, Class<?>> RECORDS =
      Map.ofEntries(
          Map.entry("order", Order.class),
          Map.entry("customer", Customer.class),
          Map.entry("address", Address.class),
          Map.entry("stock", Stock.class),
          Map.entry("product", Product.class),
          Map.entry("price", Price.class),
          Map.entry("order-progress", OrderProgress.class),
          Map.entry("order-payment", OrderPayment.class),
          Map.entry("payment", Payment.class),
          Map.entry("capture", Capture.class),
          Map.entry("delivery", Delivery.class),
          Map.entry("order-refund", OrderRefund.class),
          Map.entry("refund", Refund.class),
          Map.entry("order-shipment", OrderShipment.class),
          Map.entry("progress-event", ProgressEvent.class),
          Map.entry("quote", Quote.class));

  private final Bench bench = new Bench();

  @Test
  void resultsOfTheModelAreCompletedCheckedAndReadable() {
    Mapping mapping =
        bench.mappingTo(
            "model.stock",
            """
            - {to: sku, path: number}
            - {to: onHand, path: inventory}
            - {to: openDemand, path: none, default: null}
            - {to: receipts, const: []}
            - {to: transfers, const: []}
            - {to: asOf, path: at, as: datetime}
            - {to: day, const: "2026-11-21"}
            """);
    JsonNode result =
        mapping.apply(
            ModelJson.parse(
                "{\"number\":\"A-1\",\"inventory\":1.50,\"at\":\"2026-11-21T10:00:00.5Z\"}"),
            bench);

    assertThat(Bench.show(result))
        .isEqualTo(
            "{'sku':'A-1','onHand':'1.50','receipts':[],'transfers':[],"
                + "'asOf':'2026-11-21T10:00:00.500Z','day':'2026-11-21'}");
    assertThat(ModelJson.mapper().treeToValue(result, Stock.class).onHand()).isEqualTo("1.50");
  }

  @Test
  void wrongResultsNameFieldProblemAndRemedy() {
    Mapping mapping =
        bench.mappingTo(
            "model.customer",
            """
            - {to: kind, const: COMPNY}
            - {to: guest, const: "yes"}
            - {to: vatIds, const: []}
            - {to: address.country, const: Germany}
            - {to: fax, const: "1"}
            """);

    assertThatThrownBy(() -> mapping.apply(ModelJson.parse("{}"), bench))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("kind")
        .hasMessageContaining("did you mean 'COMPANY'?")
        .hasMessageContaining("address.country has the wrong form")
        .hasMessageContaining("fax is unknown")
        .hasMessageContaining("(mapping test/thing.in)");
  }

  @Test
  void whatTheModelWritesPassesItsOwnSchema() {
    Customer customer =
        new Customer(
            null,
            null,
            Customer.Kind.PERSON,
            true,
            null,
            null,
            null,
            "Erika",
            null,
            "erika@kunde.example",
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            Map.of());

    assertThat(ModelSchemas.problems("customer", ModelJson.tree(customer))).isEmpty();
  }

  @Test
  void customDataKeepsItsTypes() {
    Mapping mapping =
        bench.mappingTo(
            "model.address",
            """
            - {to: city, path: c}
            - {to: extra.shop.floor, path: floor}
            """);

    assertThat(Bench.show(mapping.apply(ModelJson.parse("{\"c\":\"Bern\",\"floor\":3}"), bench)))
        .isEqualTo("{'city':'Bern','extra':{'shop':{'floor':3}}}");
  }

  static Set<String> schemas() {
    return RECORDS.keySet();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void schemasSayWhatTheRecordsSay(String name) throws Exception {
    Map<String, JsonNode> trees = new HashMap<>();
    for (String schema : ModelSchemas.names()) {
      try (var in = ModelJson.class.getResourceAsStream("/schemas/model/" + schema + ".json")) {
        assertThat(in).isNotNull();
        trees.put("urn:kontor:model:" + schema, ModelJson.parse(in.readAllBytes()));
      }
    }
    JsonNode home = Objects.requireNonNull(trees.get("urn:kontor:model:" + name));
    compare(name, RECORDS.get(name), home, home, trees);
  }

  private static void compare(
      String at, @Nullable Type type, JsonNode schema, JsonNode home, Map<String, JsonNode> trees) {
    String reference = schema.path("$ref").asString("");
    if (reference.startsWith("#")) {
      compare(at, type, home.at(reference.substring(1)), home, trees);
    } else if (!reference.isEmpty()) {
      JsonNode other = Objects.requireNonNull(trees.get(reference), at);
      compare(at, type, other, other, trees);
    } else if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      assertThat(schema.path("type").toString()).as(at).contains("\"array\"");
      compare(at, list.getActualTypeArguments()[0], schema.path("items"), home, trees);
    } else if (type instanceof Class<?> record && record.isRecord()) {
      fields(at, record, schema, home, trees);
    } else if (type instanceof Class<?> constants && constants.isEnum()) {
      assertThat(schema.path("enum").valueStream().map(JsonNode::asString))
          .as(at)
          .containsExactlyElementsOf(
              Arrays.stream(constants.getEnumConstants()).map(Object::toString).toList());
    }
  }

  private static void fields(
      String at, Class<?> record, JsonNode schema, JsonNode home, Map<String, JsonNode> trees) {
    List<RecordComponent> components = List.of(record.getRecordComponents());
    assertThat(
            schema
                .path("properties")
                .propertyStream()
                .filter(property -> !property.getValue().path("readOnly").asBoolean(false))
                .map(Map.Entry::getKey))
        .as(at)
        .containsExactlyElementsOf(components.stream().map(RecordComponent::getName).toList());
    assertThat(schema.path("required").valueStream().map(JsonNode::asString))
        .as(at)
        .containsExactlyInAnyOrderElementsOf(
            components.stream()
                .filter(c -> !c.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toList());
    assertThat(schema.path("additionalProperties").asBoolean(true)).as(at).isFalse();
    for (RecordComponent component : components) {
      compare(
          at + "." + component.getName(),
          component.getGenericType(),
          schema.path("properties").path(component.getName()),
          home,
          trees);
    }
  }
}
