package dev.kontor.twin.magento.sales;

import dev.kontor.twin.magento.api.Param;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.api.Types;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Table;
import dev.kontor.twin.magento.data.Tables;
import dev.kontor.twin.magento.search.Columns;
import dev.kontor.twin.magento.search.Search;
import tools.jackson.databind.JsonNode;

/** Reads invoices, shipments and credit memos. */
public final class DocumentRoutes {
  private final Tables tables;
  private final Types types;

  public DocumentRoutes(Tables tables, Types types) {
    this.tables = tables;
    this.types = types;
  }

  public void into(Routes routes) {
    routes
        .on("GET /V1/invoices/:id", r -> one(r, tables.invoices()))
        .on("GET /V1/shipment/:id", r -> one(r, tables.shipments()))
        .on("GET /V1/creditmemo/:id", r -> one(r, tables.creditmemos()))
        .on("GET /V1/invoices", r -> list(r, tables.invoices(), "invoice"), Param.criteria())
        .on("GET /V1/shipments", r -> list(r, tables.shipments(), "shipment"), Param.criteria())
        .on(
            "GET /V1/creditmemos",
            r -> list(r, tables.creditmemos(), "creditmemo"),
            Param.criteria());
  }

  private static JsonNode one(Request request, Table table) {
    return Row.shown(table.get(request.id("id")));
  }

  private JsonNode list(Request request, Table table, String kind) {
    Columns columns = Columns.ofTable(types.of("sales-data-" + kind + "-interface"));
    return Search.page(request.criteria(), columns, table.all(), Row::shown);
  }
}
