package dev.kontor.twin.businesscentral;

import dev.kontor.twin.businesscentral.access.Rights;
import dev.kontor.twin.businesscentral.companion.Companion;
import dev.kontor.twin.businesscentral.partner.PartnerApp;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.soap.SoapServices;
import dev.kontor.twin.businesscentral.webhook.Notifications;
import dev.kontor.twin.businesscentral.webhook.Subscriptions;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Dials;
import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.Webhooks;
import dev.kontor.twin.kit.odata.Dialect;
import dev.kontor.twin.kit.odata.ODataFault;
import dev.kontor.twin.kit.odata.ODataRequest;
import dev.kontor.twin.kit.odata.ODataService;
import dev.kontor.twin.kit.odata.Rows;
import dev.kontor.twin.kit.odata.Schema;
import dev.kontor.twin.kit.odata.Segment;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The companies and subscriptions of one environment and the way to them. */
final class Environment implements AutoCloseable {
  private static final String SCOPE = "";
  private static final int MOST_ITEMS_ONLINE = 1_000;
  private static final int MOST_ITEMS_ON_PREMISES = 30_000;
  private static final Schema COMPANIES =
      Schema.parse(
          """
          companies company
            id guid ro
            systemVersion string ro
            timestamp int32 ro
            name string(30) ro
            displayName string(250) ro
            businessProfileId string(250) ro
            systemCreatedAt datetime ro
            lastModifiedDateTime datetime ro
          """);

  private final Rows rows = new Rows();
  private final Dialect dialect;
  private final Map<String, Company> companies = new LinkedHashMap<>();
  private final Options options;
  private final Schema api = Resources.api();
  private final Webhooks webhooks;
  private final Subscriptions subscriptions;
  private final Notifications notifications;
  private final ODataService own;
  private final ODataService metadata;
  private final Map<String, Schema> apps = new LinkedHashMap<>();

  Environment(Options options, Dials dials) {
    this.options = options;
    this.dialect = new BusinessCentralDialect(options.tagToDelete());
    rows.indexed("salesOrderLines", "documentId")
        .indexed("salesInvoiceLines", "documentId")
        .indexed("salesShipmentLines", "documentId")
        .indexed("salesCreditMemoLines", "documentId")
        .indexed("salesCreditMemos", "externalDocumentNumber")
        .indexed("salesOrders", "externalDocumentNumber")
        .indexed("salesOrders", "number")
        .indexed("salesInvoices", "externalDocumentNumber")
        .indexed("salesInvoices", "number")
        .indexed("salesShipmentLines", "_line")
        .indexed("salesShipments", "externalDocumentNumber")
        .indexed("_customerEntries", "documentNumber")
        .indexed("_customerEntries", "customerNumber")
        .indexed("customerPayments", "journalId")
        .indexed("generalLedgerEntries", "documentNumber")
        .indexed("priceListLines", "assetNumber")
        .indexed("legacySalesPrices", "itemNumber")
        .indexed("salesOrderLines", "lineObjectNumber")
        .indexed("customers", "number")
        .indexed("items", "number")
        .indexed("itemVariants", "itemId")
        .indexed("itemLedgerEntries", "itemNumber")
        .indexed("dimensionSetLines", "parentId")
        .counted("itemLedgerEntries", "entryNumber");
    Schema ownTables = joined(COMPANIES, Subscriptions.SCHEMA);
    Records records = new Records(rows, ownTables, options.clock(), SCOPE);
    if (options.hasCompanion()) {
      apps.put(Companion.ROUTE, Resources.companion(options.hasLegacyPrices()));
    }
    options.partnerApps().forEach(app -> apps.put(app.route(), app.schema()));
    this.webhooks = new Webhooks(dials, Duration.ofSeconds(5));
    this.subscriptions = new Subscriptions(records, webhooks, options.documentedWebhooksOnly());
    this.notifications =
        new Notifications(
            subscriptions,
            webhooks,
            options.notificationDelay(),
            new Notifications.Collapse(
                options.serverUser() == null ? MOST_ITEMS_ONLINE : MOST_ITEMS_ON_PREMISES,
                set -> api.require(set).column("lastModifiedDateTime").isPresent()),
            options.clock());
    this.own = new ODataService(ownTables, rows, dialect, Map.of(Subscriptions.SET, subscriptions));
    this.metadata =
        new ODataService(joined(api.at(options.version()), ownTables), rows, dialect, Map.of());
    rows.onCommit(notifications::committed);
  }

  private static Schema joined(Schema left, Schema right) {
    var tables = new LinkedHashMap<>(left.tables());
    tables.putAll(right.tables());
    return new Schema(tables);
  }

  /** Adds a company and fills it; its id follows from its name. */
  Company add(JsonNode setup) {
    String name = setup.path("name").asString();
    String id = Ids.guid("company/" + name);
    Company company =
        new Company(id, name, tables(), api.at(options.version()), apps, rows, dialect, options);
    Records own = new Records(rows, COMPANIES, options.clock(), SCOPE);
    rows.changing(
        () ->
            own.save(
                "companies",
                own.create("companies").put("id", id).put("name", name).put("displayName", name)));
    companies.put(id, company);
    CompanySetup companySetup = new CompanySetup(company.records());
    companySetup.apply(setup);
    if (options.hasLegacyPrices()) {
      companySetup.apply(Json.object().put("legacyPrices", true));
    }
    return company;
  }

  private Schema tables() {
    Schema tables = joined(api, Resources.companion(true));
    for (PartnerApp app : options.partnerApps()) {
      tables = joined(tables, app.schema());
    }
    return joined(tables, SoapServices.app(options.publishedPages()).schema());
  }

  /** The published pages of a company. */
  Optional<SoapServices> soap(String name, Rights rights) {
    return company(name)
        .map(
            company ->
                new SoapServices(
                    options.publishedPages(), company.records(), dialect, rights::refusal));
  }

  Company first() {
    return companies.values().iterator().next();
  }

  Rows rows() {
    return rows;
  }

  Dialect dialect() {
    return dialect;
  }

  Notifications notifications() {
    return notifications;
  }

  /** Answers below {@code /api/v2.0}. */
  Answer standard(Call call, List<Segment> path) {
    if (path.isEmpty()) {
      return own.handle(new ODataRequest(SCOPE, path, call));
    }
    Segment head = path.getFirst();
    return switch (head.name()) {
      case "$metadata" -> metadata.metadata();
      case "companies" ->
          path.size() == 1
              ? own.handle(new ODataRequest(SCOPE, path, call))
              : inCompany(call, head.key(), path.subList(1, path.size()));
      case Subscriptions.SET -> subscription(call, path);
      default ->
          inCompany(
              call, call.param("company").or(() -> call.header("Company")).orElse(null), path);
    };
  }

  /** Answers below the runtime's own API: what can be subscribed to. */
  Answer runtime(Call call, List<Segment> path) {
    return new SupportedResources(subscriptions::offered)
        .answer(call, path, key -> company(key).isPresent());
  }

  Subscriptions subscriptions() {
    return subscriptions;
  }

  /** Answers below the Power BI app's API. */
  Answer analytics(Call call, List<Segment> path) {
    return custom(call, path, Company::analytics);
  }

  /** The route of the installed app, the companion app or a partner's, that an address is below. */
  Optional<String> app(String rest) {
    return apps.keySet().stream().filter(route -> rest.startsWith(route + "/")).findFirst();
  }

  /** Answers below the API of an installed app. */
  Answer app(String route, Call call, List<Segment> path) {
    return !path.isEmpty() && path.getFirst().name().equals("$metadata")
        ? new ODataService(apps.getOrDefault(route, api), rows, dialect, Map.of()).metadata()
        : custom(call, path, company -> company.app(route));
  }

  private Answer custom(Call call, List<Segment> path, Function<Company, ODataService> service) {
    if (!path.isEmpty() && path.getFirst().name().equals("companies") && path.size() == 1) {
      return own.handle(new ODataRequest(SCOPE, path, call));
    }
    Optional<Company> company = path.size() < 2 ? Optional.empty() : company(path.getFirst().key());
    return company
        .map(
            c ->
                service
                    .apply(c)
                    .handle(new ODataRequest(c.id(), path.subList(1, path.size()), call)))
        .orElseGet(Environment::noCompany);
  }

  private Answer inCompany(Call call, @Nullable String key, List<Segment> path) {
    return company(key)
        .map(company -> company.api().handle(new ODataRequest(company.id(), path, call)))
        .orElseGet(Environment::noCompany);
  }

  private Optional<Company> company(@Nullable String key) {
    if (key == null) {
      return companies.size() == 1 ? Optional.of(first()) : Optional.empty();
    }
    return companies.values().stream()
        .filter(c -> c.id().equalsIgnoreCase(key) || c.name().equalsIgnoreCase(key))
        .findFirst();
  }

  private static Answer noCompany() {
    return ErrorAnswer.of(404, "Internal_CompanyNotFound", "The company does not exist.");
  }

  private Answer subscription(Call call, List<Segment> path) {
    subscriptions.expire();
    try {
      subscriptions.handshake(call, Optional.ofNullable(path.getFirst().key()));
    } catch (ODataFault fault) {
      return dialect.error(fault);
    } catch (JacksonException e) {
      return ErrorAnswer.of(400, "BadRequest", "The request body is not valid JSON.");
    }
    return own.handle(new ODataRequest(SCOPE, path, call));
  }

  @Override
  public void close() {
    notifications.close();
    webhooks.close();
  }
}
