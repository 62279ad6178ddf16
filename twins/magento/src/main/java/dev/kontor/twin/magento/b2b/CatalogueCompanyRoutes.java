package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.api.Param;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Table;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** For which companies shared catalogues are ({@code rest/b2b/shared-cat-company.md}). */
record CatalogueCompanyRoutes(SharedCatalogues catalogues, Members members, Table companies) {
  private static final String ID = "sharedCatalogId";
  private static final String PATH = "/V1/sharedCatalog/:" + ID;

  void into(Routes routes) {
    Param sent = Param.required("companies", "company-data-company-interface[]");
    routes
        .on("GET " + PATH + "/companies", this::list)
        .on("POST " + PATH + "/assignCompanies", this::assign, sent)
        .on("POST " + PATH + "/unassignCompanies", this::unassign, sent);
  }

  /** A list of text as text. */
  private JsonNode list(Request request) {
    return StringNode.valueOf(
        catalogues.companies(catalogues.get(request.id(ID))).stream()
            .map(company -> "\"" + Row.number(company, "id") + "\"")
            .collect(Collectors.joining(",", "[", "]")));
  }

  /** A company leaves the catalogue it had. */
  private JsonNode assign(Request request) {
    long group = Row.number(catalogues.get(request.id(ID)), SharedCatalogues.GROUP);
    return each(request, company -> members.regroup(company, group));
  }

  /** A company gets the public one; one that has another catalogue keeps it. */
  private JsonNode unassign(Request request) {
    ObjectNode catalogue = catalogues.get(request.id(ID));
    if (SharedCatalogues.isPublic(catalogue)) {
      throw ApiError.of(400, "A company cannot be unassigned from the public shared catalog.");
    }
    List<ObjectNode> own = catalogues.companies(catalogue);
    long group = Row.number(catalogues.thePublicOne(), SharedCatalogues.GROUP);
    return each(
        request,
        company -> {
          if (own.contains(company)) {
            members.regroup(company, group);
          }
        });
  }

  private JsonNode each(Request request, Consumer<ObjectNode> act) {
    return Named.each(
        request.param("companies"), company -> Named.row(company, companies, "companyId"), act);
  }
}
