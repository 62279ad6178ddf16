package dev.kontor.twin.businesscentral.companion;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.sales.SalesPosting;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.odata.Rules;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fields and actions of open orders that API v2.0 leaves out. */
final class OrderDetails implements Rules {
  private static final String SET = "salesOrders";
  private static final Set<String> ONLY_OPEN =
      Set.of("shippingAgentCode", "shippingAgentServiceCode", "locationCode");

  private final Records records;

  OrderDetails(Records records) {
    this.records = records;
  }

  @Override
  public ObjectNode shown(String scope, ObjectNode row) {
    View.usual(row, "reserve", "Optional");
    row.put("completelyShipped", row.path("fullyShipped").asBoolean());
    return row.put("released", Records.text(row, "status").equals("Open"));
  }

  @Override
  public ObjectNode update(String scope, ObjectNode row, ObjectNode patch) {
    if (patch.propertyNames().stream().anyMatch(ONLY_OPEN::contains)) {
      new SalesPosting(records, Records.text(row, "id")).requireOpen();
    }
    OrderReferences references = new OrderReferences(records);
    for (var field : patch.properties()) {
      references.check(row, field.getKey(), field.getValue().asString(""));
      row.set(field.getKey(), field.getValue());
    }
    return records.save(SET, row);
  }

  @Override
  public Answer act(String scope, ObjectNode row, String action, JsonNode parameters) {
    SalesPosting posting = new SalesPosting(records, Records.text(row, "id"));
    OrderActions.run(posting, action, parameters);
    return Answer.empty(204);
  }
}
