package dev.kontor.twin.magento.b2b;

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
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The routes of shared catalogues and of the companies they are for ({@code
 * rest/b2b/shared-cat-manage.md}, {@code shared-cat-company.md}).
 */
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

  public void into(Routes routes) {
    Param catalogue = Param.required("sharedCatalog", CATALOGUE);
    Param companies = Param.required("companies", "company-data-company-interface[]");
    routes
        .on("GET " + ALL + "/", this::list, Param.criteria())
        .on("GET " + ONE, r -> Row.shown(one(r, ID)))
        .on("POST " + ALL, r -> id(save.create(r.param("sharedCatalog"))), catalogue)
        .on("PUT " + ALL + "/:id", this::update, catalogue)
        .on("DELETE " + ONE, this::delete)
        .on("GET " + ONE + "/companies", this::companies)
        .on("POST " + ONE + "/assignCompanies", this::assign, companies)
        .on("POST " + ONE + "/unassignCompanies", this::unassign, companies);
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

  /** A list of text as text. */
  private JsonNode companies(Request request) {
    List<String> ids =
        catalogues.companies(one(request, ID)).stream()
            .map(company -> "\"" + Row.number(company, "id") + "\"")
            .toList();
    return StringNode.valueOf("[" + String.join(",", ids) + "]");
  }

  /** A company leaves the catalogue it had. */
  private JsonNode assign(Request request) {
    long group = Row.number(one(request, ID), SharedCatalogues.GROUP);
    named(request).forEach(company -> members.regroup(company, group));
    return BooleanNode.TRUE;
  }

  /** A company gets the public one; one that has another catalogue keeps it. */
  private JsonNode unassign(Request request) {
    ObjectNode catalogue = one(request, ID);
    List<ObjectNode> named = named(request);
    if (SharedCatalogues.isPublic(catalogue)) {
      throw ApiError.of(400, "A company cannot be unassigned from the public shared catalog.");
    }
    List<ObjectNode> own = catalogues.companies(catalogue);
    long group = Row.number(catalogues.thePublicOne(), SharedCatalogues.GROUP);
    named.stream().filter(own::contains).forEach(company -> members.regroup(company, group));
    return BooleanNode.TRUE;
  }

  private List<ObjectNode> named(Request request) {
    return request.param("companies").valueStream().map(this::company).toList();
  }

  private ObjectNode company(JsonNode sent) {
    if (!sent.hasNonNull("id")) {
      throw ApiError.required("id");
    }
    long id = Row.number(sent, "id");
    return tables
        .companies()
        .find(id)
        .orElseThrow(() -> ApiError.noSuch("companyId", String.valueOf(id)));
  }
}
