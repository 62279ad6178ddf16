package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.magento.api.Param;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.api.Types;
import dev.kontor.twin.magento.catalog.GroupPrices;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import dev.kontor.twin.magento.search.Columns;
import dev.kontor.twin.magento.search.Search;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;

/** The routes of shared catalogues ({@code rest/b2b/shared-cat-manage.md}). */
public final class SharedCatalogueRoutes {
  private static final String CATALOGUE = "shared-catalog-data-shared-catalog-interface";
  private static final String ALL = "/V1/sharedCatalog";
  private static final String ID = "sharedCatalogId";
  private static final String ONE = ALL + "/:" + ID;

  private final Tables tables;
  private final Types types;
  private final Members members;
  private final SharedCatalogues catalogues;
  private final SharedCatalogueSave save;

  /**
   * @param facts {@code shop.json}
   */
  public SharedCatalogueRoutes(Tables tables, Types types, Members members, JsonNode facts) {
    this.tables = tables;
    this.types = types;
    this.members = members;
    this.catalogues = new SharedCatalogues(tables);
    this.save = new SharedCatalogueSave(tables, members, catalogues, facts);
  }

  /** With those of what catalogues hold, for whom and at which prices. */
  public void into(Routes routes) {
    Param sent = Param.required("sharedCatalog", CATALOGUE);
    routes
        .on("GET " + ALL + "/", this::list, Param.criteria())
        .on("GET " + ONE, r -> Row.shown(one(r, ID)))
        .on("POST " + ALL, r -> id(save.create(r.param("sharedCatalog"))), sent)
        .on("PUT " + ALL + "/:id", this::update, sent)
        .on("DELETE " + ONE, this::delete);
    new CatalogueProductRoutes(catalogues, tables.products()).into(routes);
    new CatalogueCategoryRoutes(catalogues, tables.categories()).into(routes);
    new CatalogueCompanyRoutes(catalogues, members, tables.companies()).into(routes);
    new CataloguePriceRoutes(catalogues, new GroupPrices(tables), tables.groups()).into(routes);
  }

  private ObjectNode one(Request request, String name) {
    return catalogues.get(request.id(name));
  }

  private static JsonNode id(ObjectNode row) {
    return LongNode.valueOf(Row.number(row, "id"));
  }

  private JsonNode list(Request request) {
    Columns columns = Columns.ofTable(types.of(CATALOGUE));
    return Search.page(request.criteria(), columns, tables.sharedCatalogues().all(), Row::shown);
  }

  private JsonNode update(Request request) {
    ObjectNode row = one(request, "id");
    save.update(row, request.param("sharedCatalog"));
    return id(row);
  }

  private JsonNode delete(Request request) {
    save.delete(one(request, ID));
    return BooleanNode.TRUE;
  }
}
