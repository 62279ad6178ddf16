package dev.kontor.twin.businesscentral.companion;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.records.Relations;
import dev.kontor.twin.kit.odata.Rules;
import tools.jackson.databind.node.ObjectNode;

/** Delivery addresses of customers, each with a code that is unique for its customer. */
final class ShipToAddresses implements Rules {
  private static final String SET = "shipToAddresses";

  private final Records records;
  private final Relations relations;

  ShipToAddresses(Records records) {
    this.records = records;
    this.relations = new Relations(records, "Ship-to Address");
  }

  @Override
  public ObjectNode insert(String scope, ObjectNode body) {
    String customer = Records.text(body, "customerNumber");
    String code = Records.text(body, "code");
    if (code.isBlank()) {
      throw Faults.testField(
          "Code must have a value in Ship-to Address. It cannot be zero or empty.");
    }
    relations.require("customers", "number", customer, "Customer No.", "Customer");
    if (records.byCode(SET, "customerNumber", customer, code).isPresent()) {
      throw Faults.duplicate("Ship-to Address", "Customer No.,Code", customer + "," + code);
    }
    return write(records.create(SET), body);
  }

  @Override
  public ObjectNode update(String scope, ObjectNode row, ObjectNode patch) {
    Faults.keep("Ship-to Address", row, patch, "customerNumber", "code");
    return write(row, patch);
  }

  private ObjectNode write(ObjectNode row, ObjectNode body) {
    body.properties().forEach(field -> relations.apply(row, field.getKey(), field.getValue()));
    return records.save(SET, row);
  }

  @Override
  public void delete(String scope, ObjectNode row) {
    records.remove(SET, Records.text(row, "id"));
  }
}
