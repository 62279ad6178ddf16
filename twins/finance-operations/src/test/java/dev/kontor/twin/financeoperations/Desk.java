package dev.kontor.twin.financeoperations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.TwinClient.Reply;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A running twin with a client that writes orders as a connector would. */
final class Desk implements AutoCloseable {
  final FinanceOperationsTwin twin;
  final Client client;

  Desk(Options options) throws java.io.IOException {
    twin = FinanceOperationsTwin.start(options);
    client = new Client(twin);
  }

  /** The number of a new order; more fields behind a comma. */
  String order(String customer, String more) {
    return client
        .post(
            "SalesOrderHeadersV4",
            "{'dataAreaId':'demf','OrderingCustomerAccountNumber':'" + customer + "'" + more + "}")
        .path("SalesOrderNumber")
        .asString();
  }

  /** A new line; more fields behind a comma. */
  JsonNode line(String order, String item, String quantity, String more) {
    return client.post("SalesOrderLinesV3", body(order, item, quantity, more));
  }

  static String body(String order, String item, String quantity, String more) {
    return "{'dataAreaId':'demf','SalesOrderNumber':'%s','ItemNumber':'%s','OrderedSalesQuantity':%s%s}"
        .formatted(order, item, quantity, more);
  }

  JsonNode header(String order) {
    return client.get("SalesOrderHeadersV4(dataAreaId='demf',SalesOrderNumber='" + order + "')");
  }

  JsonNode lines(String order) {
    return client.rows("SalesOrderLinesV3", "SalesOrderNumber eq '" + order + "'");
  }

  /** What a person does; answers what came of it. */
  JsonNode control(String path, String body) {
    Reply reply = client.send("POST", "/_twin/" + path, body.replace('\'', '"'));
    assertThat(reply.ok()).as(reply.text()).isTrue();
    return reply.json();
  }

  void set(String setting, Object value) {
    ObjectNode patch = Json.object();
    patch.set(setting, Json.MAPPER.valueToTree(value));
    twin.control().set(patch);
  }

  static BigDecimal number(JsonNode row, String field) {
    return row.path(field).decimalValue();
  }

  @Override
  public void close() {
    client.close();
    twin.close();
  }
}
