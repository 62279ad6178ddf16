package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A custom API page. */
record ApiPage(Join join, ApiPages app) implements JoinedPage {

  @Override
  public boolean isOffered() {
    return app.has(join.entitySet());
  }

  @Override
  public boolean has(String field) {
    return app.model().has(join.entitySet(), field);
  }

  @Override
  public void tryReading() {
    app.client().page(ODataQuery.of(join.entitySet()).top(1), 1);
  }

  @Override
  public void create(ObjectNode fields) {
    try {
      app.client().create(join.entitySet(), fields);
    } catch (FaultException e) {
      throw new FaultException(told(e.fault()));
    }
  }

  @Override
  public void update(JsonNode row, ObjectNode changes) {
    String id = Json.text(row, "id", Json.text(row, "systemId", ""));
    if (id.isEmpty()) {
      throw new FaultException(
          new Fault.Invalid(
              "id",
              "is not shown by " + join.page() + "; add it to the page, source SystemId",
              null));
    }
    try {
      app.client().update(OData.key(join.entitySet(), id), Documents.etag(row), changes);
    } catch (FaultException e) {
      throw new FaultException(told(e.fault()));
    }
  }

  /** A row that came in between, as by a call that was given up, is read with the next try. */
  private Fault told(Fault fault) {
    return JoinedRows.isSameKey(fault)
        ? new Fault.Conflict("a row of " + join.page() + " was made meanwhile")
        : BlamedField.in(fault);
  }
}
