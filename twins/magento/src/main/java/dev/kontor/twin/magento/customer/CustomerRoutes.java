package dev.kontor.twin.magento.customer;

import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.api.Param;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.api.Types;
import dev.kontor.twin.magento.b2b.Members;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import dev.kontor.twin.magento.search.Columns;
import dev.kontor.twin.magento.search.Kind;
import dev.kontor.twin.magento.search.Search;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** The routes of customers and their groups. */
public final class CustomerRoutes {
  private static final String CUSTOMER = "customer-data-customer-interface";

  private final Tables tables;
  private final Types types;
  private final CustomerSave save;

  public CustomerRoutes(
      Tables tables, Types types, Members members, CustomerAttributes attributes) {
    this.tables = tables;
    this.types = types;
    this.save = new CustomerSave(tables, members, attributes);
  }

  public void into(Routes routes) {
    Param customer = Param.required("customer", CUSTOMER);
    Param password = Param.optional("password", "string");
    routes
        .on("GET /V1/customers/search", this::list, Param.criteria())
        .on("GET /V1/customers/:customerId", r -> one(r).deepCopy())
        .on("POST /V1/customers", r -> save.create(r.param("customer")), customer, password)
        .on("PUT /V1/customers/:customerId", this::update, customer)
        .on("DELETE /V1/customers/:customerId", this::delete)
        .on("GET /V1/customerGroups/search", this::groups, Param.criteria())
        .on("GET /V1/customerGroups/:id", r -> tables.groups().get(r.id("id")).deepCopy())
        .on(
            "POST /V1/customerGroups",
            this::addGroup,
            Param.required("group", "customer-data-group-interface"));
  }

  private ObjectNode one(Request request) {
    long id = request.id("customerId");
    return tables
        .customers()
        .find(id)
        .orElseThrow(
            () -> {
              ApiError error =
                  ApiError.named(
                      404,
                      "No such entity with %fieldName = %fieldValue",
                      "fieldName",
                      "customerId");
              ((ObjectNode) error.body().path("parameters")).put("fieldValue", id);
              return error;
            });
  }

  private JsonNode list(Request request) {
    Map<String, Kind> kinds = new HashMap<>(Columns.kinds(types.of(CUSTOMER)));
    kinds.put("entity_id", Kind.NUMBER);
    Columns columns =
        new Columns(
            kinds,
            (row, field) -> row.get(field.equals("entity_id") ? "id" : field),
            field -> ApiError.listed(400, "Invalid attribute name: %1", field));
    return Search.page(request.criteria(), columns, tables.customers().all(), ObjectNode::deepCopy);
  }

  private JsonNode update(Request request) {
    return save.update(one(request), request.param("customer"));
  }

  private JsonNode delete(Request request) {
    tables.customers().delete(Row.number(one(request), "id"));
    return BooleanNode.TRUE;
  }

  private JsonNode groups(Request request) {
    Columns columns = Columns.ofTable(types.of("customer-data-group-interface"));
    return Search.page(request.criteria(), columns, tables.groups().all(), ObjectNode::deepCopy);
  }

  private JsonNode addGroup(Request request) {
    ObjectNode group = (ObjectNode) request.param("group");
    if (tables.groups().named("code", Row.text(group, "code")).isPresent()) {
      throw ApiError.of(400, "Customer Group already exists.");
    }
    group.remove("id");
    group.put("tax_class_name", "Retail Customer");
    return tables.groups().insert(group).deepCopy();
  }
}
