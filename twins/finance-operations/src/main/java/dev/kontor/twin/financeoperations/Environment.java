package dev.kontor.twin.financeoperations;

import dev.kontor.twin.financeoperations.access.Roles;
import dev.kontor.twin.financeoperations.control.Clerks;
import dev.kontor.twin.financeoperations.events.BusinessEvents;
import dev.kontor.twin.financeoperations.master.CustomerRules;
import dev.kontor.twin.financeoperations.master.PostalAddresses;
import dev.kontor.twin.financeoperations.master.Setup;
import dev.kontor.twin.financeoperations.odata.Api;
import dev.kontor.twin.financeoperations.odata.ErrorAnswer;
import dev.kontor.twin.financeoperations.odata.Views;
import dev.kontor.twin.financeoperations.posting.PaymentJournals;
import dev.kontor.twin.financeoperations.posting.PaymentLines;
import dev.kontor.twin.financeoperations.posting.PriceLines;
import dev.kontor.twin.financeoperations.posting.TradeAgreements;
import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Records;
import dev.kontor.twin.financeoperations.records.Rules;
import dev.kontor.twin.financeoperations.records.Settings;
import dev.kontor.twin.financeoperations.sales.LineRules;
import dev.kontor.twin.financeoperations.sales.OrderRules;
import dev.kontor.twin.financeoperations.sales.QuotationLines;
import dev.kontor.twin.financeoperations.sales.QuotationRules;
import dev.kontor.twin.financeoperations.schema.Schema;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Dials;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.odata.Row;
import java.util.Collection;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One environment with its companies; shared by the system's own door and the control API. */
public final class Environment implements AutoCloseable {
  private static final String DATA = "/data";

  private volatile Settings settings = Settings.DEMO;
  private final Erp erp;
  private final Roles roles = new Roles();
  private final Api api;
  private final BusinessEvents events;
  private final Clerks clerks;

  Environment(Options options, Dials dials, JsonNode setup) {
    this.erp = new Erp(new Records(Schema.load()), () -> settings, options.clock());
    Map<String, Rules> rules =
        Map.of(
            CustomerRules.SOURCE, new CustomerRules(erp),
            PostalAddresses.SOURCE, new PostalAddresses(erp),
            OrderRules.SOURCE, new OrderRules(erp),
            LineRules.SOURCE, new LineRules(erp),
            QuotationRules.SOURCE, new QuotationRules(erp),
            QuotationLines.SOURCE, new QuotationLines(erp),
            PaymentJournals.SOURCE, new PaymentJournals(erp),
            PaymentLines.SOURCE, new PaymentLines(erp),
            TradeAgreements.SOURCE, new TradeAgreements(erp),
            PriceLines.SOURCE, new PriceLines(erp));
    Views views = new Views(erp.records(), Map.of("ReleasedProductMastersV2", this::masters));
    this.api = new Api(erp, roles, views, rules);
    this.events = new BusinessEvents(erp, dials);
    this.clerks = new Clerks(erp, events);
    set(
        Json.object()
            .put("orderInsertMs", options.orderInsert().toMillis())
            .put("importSeconds", options.orderInsert().isZero() ? 0 : settings.importSeconds()));
    new Setup(erp).apply(setup);
  }

  private Collection<Row> masters(String company) {
    return erp.records().all(company, "products").stream()
        .filter(row -> Records.text(row.data(), "ProductSubType").equals("ProductMaster"))
        .toList();
  }

  public Erp erp() {
    return erp;
  }

  public BusinessEvents events() {
    return events;
  }

  /** What people and batch jobs do. */
  public Clerks clerks() {
    return clerks;
  }

  public Roles roles() {
    return roles;
  }

  /** A call below {@code /data}. */
  Answer data(Call call) {
    return call.rawPath().startsWith(DATA)
        ? api.handle(call, call.rawPath().substring(DATA.length()))
        : ErrorAnswer.of(404, "No HTTP resource was found that matches the request URI.");
  }

  /** The next writes meet a conflict with another user's process. */
  public void conflict(int times) {
    api.conflict(times);
  }

  /** The next rows to be written were changed by another user since they were read. */
  public void change(int times) {
    api.change(times);
  }

  /** Changes the named settings; throws IllegalArgumentException on a bad one. */
  public JsonNode set(JsonNode patch) {
    ObjectNode merged = (ObjectNode) settingsJson();
    patch.properties().forEach(p -> merged.set(p.getKey(), p.getValue()));
    try {
      settings =
          Json.MAPPER
              .readerFor(Settings.class)
              .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .readValue(merged);
      return merged;
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "Setting not understood; GET /_twin/settings lists all: " + e.getOriginalMessage(), e);
    }
  }

  public JsonNode settingsJson() {
    return Json.MAPPER.valueToTree(settings);
  }

  @Override
  public void close() {
    events.close();
  }
}
