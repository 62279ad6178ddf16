package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.api.Param;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.api.Types;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import dev.kontor.twin.magento.search.Columns;
import dev.kontor.twin.magento.search.Search;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** The routes of companies and of who belongs to them ({@code rest/b2b/company-object.md}). */
public final class CompanyRoutes {
  private static final String COMPANY = "company-data-company-interface";
  private static final String MEMBER = "company-data-company-customer-interface";

  /** What the vendor's page calls required to create or update a company. */
  private static final List<String> REQUIRED =
      List.of(
          "company_name",
          "company_email",
          "street",
          "city",
          "country_id",
          "postcode",
          "telephone",
          "customer_group_id",
          "super_user_id");

  private final Tables tables;
  private final Types types;
  private final Members members;
  private final Credits credits;

  public CompanyRoutes(Tables tables, Types types, Members members) {
    this.tables = tables;
    this.types = types;
    this.members = members;
    this.credits = new Credits(tables);
  }

  public void into(Routes routes) {
    Param company = Param.required("company", COMPANY);
    routes
        .on("GET /V1/company/", this::list, Param.criteria())
        .on("GET /V1/company/:companyId", r -> one(r).deepCopy())
        .on("POST /V1/company/", this::create, company)
        .on("PUT /V1/company/:companyId", this::update, company)
        .on("DELETE /V1/company/:companyId", this::delete)
        .on("GET /V1/customers/companies", this::memberships, Param.criteria());
  }

  private ObjectNode one(Request request) {
    return tables.companies().get(request.id("companyId"));
  }

  private JsonNode list(Request request) {
    Columns columns = Columns.ofTable(types.of(COMPANY));
    return Search.page(request.criteria(), columns, tables.companies().all(), ObjectNode::deepCopy);
  }

  private JsonNode create(Request request) {
    ObjectNode sent = checked(request);
    sent.remove("id");
    ObjectNode row =
        Json.object()
            .put("status", 0)
            .put("sales_representative_id", 1)
            .putNull("reject_reason")
            .putNull("rejected_at");
    row.putObject("extension_attributes").putObject("quote_config").put("is_quote_enabled", true);
    sent.properties().forEach(f -> row.set(f.getKey(), f.getValue()));
    tables.companies().insert(row);
    credits.open(row);
    members.join(Row.number(row, "super_user_id"), Row.number(row, "id"));
    return row.deepCopy();
  }

  private JsonNode update(Request request) {
    ObjectNode row = one(request);
    ObjectNode sent = checked(request);
    sent.remove(List.of("id", "extension_attributes"));
    sent.properties().forEach(f -> row.set(f.getKey(), f.getValue()));
    long id = Row.number(row, "id");
    members.join(Row.number(row, "super_user_id"), id);
    for (ObjectNode member : members.of(id)) {
      members.assign(member, Json.object());
    }
    return row.deepCopy();
  }

  private ObjectNode checked(Request request) {
    ObjectNode sent = ((ObjectNode) request.param("company")).deepCopy();
    for (String field : REQUIRED) {
      JsonNode value = sent.path(field);
      if (value.isMissingNode() || value.isNull() || value.asString("x").isBlank()) {
        throw ApiError.required(field);
      }
    }
    tables.groups().get(Row.number(sent, "customer_group_id"));
    tables.customers().get(Row.number(sent, "super_user_id"));
    return sent;
  }

  private JsonNode delete(Request request) {
    long id = Row.number(one(request), "id");
    members.of(id).forEach(m -> members.assign(m, Json.object().put("company_id", 0)));
    tables.companies().delete(id);
    return BooleanNode.TRUE;
  }

  private JsonNode memberships(Request request) {
    Columns columns = Columns.ofTable(types.of(MEMBER));
    List<ObjectNode> rows =
        tables.customers().all().stream()
            .map(Members::attributes)
            .filter(a -> Row.number(a, "company_id") != 0)
            .toList();
    return Search.page(request.criteria(), columns, rows, ObjectNode::deepCopy);
  }
}
