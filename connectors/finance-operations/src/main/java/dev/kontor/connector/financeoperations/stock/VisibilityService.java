package dev.kontor.connector.financeoperations.stock;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.kit.Faults;
import dev.kontor.kit.JsonHttp;
import dev.kontor.kit.SignedHttp;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Toolbox;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks the Inventory Visibility add-in for quantities, by an index query. */
final class VisibilityService {

  private static final Faults FAULTS = Faults.of(VisibilityService.class, "faults.json");
  private static final String RESOURCE = "Inventory Visibility";
  private static final String WAREHOUSE = "locationId";

  /** The add-in's names of the product dimensions, in the order of these. */
  private static final List<String> NAMES =
      List.of("configId", "sizeId", "colorId", "styleId", "versionId");

  private final SignedHttp http;
  private final InstantSource clock;
  private final URI address;
  private final String company;
  private final VisibilitySettings settings;

  VisibilityService(FnoSettings connection, VisibilitySettings settings, Toolbox toolbox) {
    this.http =
        new SignedHttp(
            toolbox,
            VisibilityTokens.of(connection, settings, toolbox),
            Map.of("Api-Version", "1.0"));
    this.clock = toolbox.clock();
    this.address =
        URI.create(
            settings.service()
                + "/api/environment/"
                + settings.environment()
                + "/onhand/indexquery");
    this.company = connection.company();
    this.settings = settings;
  }

  /**
   * The quantities of these items at the sites and warehouses of the settings.
   *
   * @throws FaultException whatever the add-in does not answer; nothing is read in its place
   */
  List<Level> levels(List<String> items) {
    JsonHttp.Reply reply =
        JsonHttp.reply(http.read(JsonHttp.request(address, "POST", query(items))));
    if (!reply.ok() || !reply.body().isArray()) {
      throw new FaultException(
          FAULTS.of(
              new Faults.Refusal(
                  false,
                  RESOURCE,
                  reply.status(),
                  null,
                  null,
                  reply.body().asString(""),
                  reply.retryAfter(clock))));
    }
    return reply.body().valueStream().map(this::level).toList();
  }

  private ObjectNode query(List<String> items) {
    ObjectNode query = ModelJson.mapper().createObjectNode();
    ObjectNode filters = query.putObject("filters");
    put(filters, "organizationId", List.of(company));
    put(filters, "productId", items);
    put(filters, "siteId", settings.sites());
    put(filters, WAREHOUSE, settings.warehouses());
    put(query, "groupByValues", settings.dimensions());
    return query.put("returnNegative", true);
  }

  private static void put(ObjectNode to, String name, Collection<String> values) {
    values.forEach(to.putArray(name)::add);
  }

  /** The case of names differs between what is asked and what is answered. */
  private Level level(JsonNode row) {
    Map<String, String> dimensions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    row.path("dimensions")
        .properties()
        .forEach(one -> dimensions.put(one.getKey(), one.getValue().asString("")));
    JsonNode quantities = row.path("quantities");
    return new Level(
        Row.text(row, "productId"),
        NAMES.stream().map(name -> dimensions.getOrDefault(name, "")).toList(),
        dimensions.getOrDefault(WAREHOUSE, ""),
        settings.onHand().sum(quantities),
        settings.demand().sum(quantities),
        settings.reserved().sum(quantities));
  }
}
