package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.api.Param;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.api.Types;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Table;
import dev.kontor.twin.magento.data.Tables;
import dev.kontor.twin.magento.search.Columns;
import dev.kontor.twin.magento.search.Search;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** The routes of company credit ({@code rest/b2b/credit-manage.md}). */
public final class CreditRoutes {
  private static final String STEM = "company-credit-data-";
  private static final Set<Integer> UPWARD =
      Set.of(
          Credits.ALLOCATED,
          Credits.UPDATED,
          Credits.REIMBURSED,
          Credits.REFUNDED,
          Credits.REVERTED);
  private static final Set<Integer> DOWNWARD =
      Set.of(Credits.UPDATED, Credits.PURCHASED, Credits.REIMBURSED);

  private final Tables tables;
  private final Types types;
  private final Credits credits;

  public CreditRoutes(Tables tables, Types types) {
    this.tables = tables;
    this.types = types;
    this.credits = new Credits(tables);
  }

  public void into(Routes routes) {
    Param limit = Param.required("creditLimit", STEM + "credit-limit-interface");
    routes
        .on("GET /V1/companyCredits/", r -> credits(r, Credits::view), Param.criteria())
        .on("GET /V1/companyCredits/:creditId", r -> Credits.view(one(r, "creditId")))
        .on("GET /V1/companyCredits/company/:companyId", this::ofCompany)
        .on("GET /V1/companyCredits/history", this::history, Param.criteria())
        .on("PUT /V1/companyCredits/:id", this::limit, limit)
        .on("POST /V1/companyCredits/:creditId/increaseBalance", r -> move(r, true), operation())
        .on("POST /V1/companyCredits/:creditId/decreaseBalance", r -> move(r, false), operation());
  }

  private static Param[] operation() {
    return new Param[] {
      Param.required("value", "float"),
      Param.required("currency", "string"),
      Param.required("operationType", "int"),
      Param.optional("comment", "string"),
      Param.optional("options", STEM + "credit-balance-options-interface")
    };
  }

  private ObjectNode one(Request request, String name) {
    return tables.credits().get(request.id(name));
  }

  private JsonNode ofCompany(Request request) {
    return credits
        .ofCompany(request.id("companyId"))
        .map(Credits::view)
        .orElseThrow(ApiError::notFound);
  }

  private JsonNode credits(Request request, Function<ObjectNode, JsonNode> view) {
    return page(request, "credit-data-interface", tables.credits(), view);
  }

  private JsonNode history(Request request) {
    return page(request, "history-data-interface", tables.creditHistory(), ObjectNode::deepCopy);
  }

  private JsonNode page(
      Request request, String type, Table table, Function<ObjectNode, JsonNode> view) {
    Columns columns = Columns.ofTable(types.of(STEM + type));
    return Search.page(request.criteria(), columns, table.all(), view);
  }

  /** The balance that is sent is not looked at, as it follows from the movements. */
  private JsonNode limit(Request request) {
    ObjectNode row = one(request, "id");
    JsonNode sent = request.param("creditLimit");
    for (String field : new String[] {"id", "company_id", "credit_limit", "currency_code"}) {
      if (!sent.hasNonNull(field)) {
        throw ApiError.required(field);
      }
    }
    if (Row.number(sent, "id") != Row.number(row, "id")
        || Row.number(sent, "company_id") != Row.number(row, "company_id")) {
      throw ApiError.of(400, "The credit belongs to another company.");
    }
    currency(row, Row.text(sent, "currency_code"));
    if (Row.amount(sent, "credit_limit").signum() < 0) {
      throw ApiError.of(400, "Credit limit cannot be negative.");
    }
    int type = row.has("credit_limit") ? Credits.UPDATED : Credits.ALLOCATED;
    Row.put(row, "credit_limit", Row.amount(sent, "credit_limit"));
    sent.optional("exceed_limit").ifPresent(e -> row.set("exceed_limit", e));
    credits.move(row, type, BigDecimal.ZERO, custom(Row.text(sent, "credit_comment")), null);
    return Credits.view(row);
  }

  private JsonNode move(Request request, boolean up) {
    ObjectNode row = one(request, "creditId");
    BigDecimal value = request.param("value").decimalValue();
    int type = request.param("operationType").asInt();
    if (value.signum() <= 0) {
      throw ApiError.named(400, "Invalid value of \"%fieldName\".", "fieldName", "value");
    }
    if (!(up ? UPWARD : DOWNWARD).contains(type)) {
      throw ApiError.named(400, "Invalid value of \"%fieldName\".", "fieldName", "operationType");
    }
    currency(row, request.param("currency").asString());
    credits.move(
        row,
        type,
        up ? value : value.negate(),
        custom(request.param("comment").asString("")),
        Row.textOrNull(request.param("options"), "purchase_order"));
    return BooleanNode.TRUE;
  }

  // The demo shop has one base currency, and no rate for another.
  private static void currency(ObjectNode row, String currency) {
    if (!currency.equals(Row.text(row, "currency_code"))) {
      throw ApiError.named(400, "Invalid value of \"%fieldName\".", "fieldName", "currency");
    }
  }

  private static String custom(String comment) {
    return comment.isEmpty() ? "" : Json.object().put("custom", comment).toString();
  }
}
