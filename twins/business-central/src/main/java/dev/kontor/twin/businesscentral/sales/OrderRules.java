package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.odata.Rules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sales orders; two equal POSTs make two orders (behaviours.md §4 and §8). */
public final class OrderRules implements Rules {
  private static final long FIRST_NUMBER = 101_000;

  private final Records records;
  private final SalesHeader header;

  public OrderRules(Records records) {
    this.records = records;
    this.header = new SalesHeader(records, DocumentKind.ORDER);
  }

  @Override
  public ObjectNode insert(String scope, ObjectNode body) {
    ObjectNode row = header.begun(body, records.nextNumber("order", "", FIRST_NUMBER));
    row.put("orderDate", records.today()).put("_orderDate", records.today());
    records.save(DocumentKind.ORDER.headers(), row);
    return header.written(row, body);
  }

  @Override
  public ObjectNode update(String scope, ObjectNode row, ObjectNode patch) {
    return header.changed(row, patch);
  }

  @Override
  public void delete(String scope, ObjectNode row) {
    new SalesPosting(records, Records.text(row, "id")).delete();
  }

  @Override
  public Answer act(String scope, ObjectNode row, String action, JsonNode parameters) {
    new SalesPosting(records, Records.text(row, "id")).shipAndInvoice();
    return Answer.empty(204);
  }
}
