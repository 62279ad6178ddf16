package dev.kontor.connector.businesscentral;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Settings;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One connection's settings, read once.
 *
 * @param json all settings as given, for the parts read where they are used
 * @param tolerance most a document may differ from the shop's in net, tax or gross
 */
record Configuration(
    Settings settings,
    JsonNode json,
    String company,
    VatTable vat,
    SkuScheme skus,
    BigDecimal tolerance,
    String referenceField,
    Duration overlap) {

  /** How far back a poll looks again (business-central/behaviours.md §3: stamps may come late). */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  static Configuration of(Settings settings) {
    ObjectNode json = Json.object();
    for (String name : SettingNames.OPEN) {
      JsonNode value = settings.node(name);
      if (!value.isMissingNode()) {
        json.set(name, value);
      }
    }
    try {
      return new Configuration(
          settings,
          json,
          settings.text("company"),
          VatTable.of(settings.node("vat")),
          SkuScheme.of(
              settings.optional("skuScheme").orElse("item"),
              settings.optional("skuSeparator").orElse("-")),
          new BigDecimal(settings.optional("tolerance").orElse("0.05")),
          settings.optional("referenceField").orElse("externalDocumentNumber"),
          settings.duration("overlap", OVERLAP));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new FaultException(
          new Fault.Misconfigured(
              settings.connection(), "has a value that cannot be read: " + e.getMessage()));
    }
  }

  /** Whether released orders may be reopened for a change, and cancelled. */
  boolean changesReleased() {
    return settings.flag("changeReleased", false);
  }

  /** Whether credit memos are posted; else they stay drafts for a person. */
  boolean postsCreditMemos() {
    return "post".equals(settings.optional("creditMemos").orElse("draft"));
  }

  /** What of orders the hub may post. */
  InvoiceRule invoices() {
    return InvoiceRule.of(settings.optional("invoices").orElse("none"));
  }

  /** Whether shipments that the shop reports are posted. */
  boolean postsShipments() {
    return "post".equals(settings.optional("shipments").orElse("none"));
  }

  /** Name of the option of variants that have but a description. */
  String variantOption() {
    return settings.optional("variantOption").orElse("Variant");
  }

  /** BCP 47 tag of the company's own texts; null if not stated. */
  @Nullable String ownLanguage() {
    return settings.optional("ownLanguage").orElse(null);
  }

  /** Tax area of consumers in the home country: of the first domestic row of customerTax. */
  String homeTaxArea() {
    return settings
        .optional("homeTaxArea")
        .orElseGet(
            () ->
                settings
                    .node("customerTax")
                    .valueStream()
                    .filter(row -> "domestic".equals(Json.text(row, "status", "domestic")))
                    .map(row -> Json.text(row, "taxArea", ""))
                    .findFirst()
                    .orElse(""));
  }

  /** Precision of unit prices told to shops; null for the currency's own. */
  @Nullable BigDecimal pricePrecision() {
    JsonNode setting = settings.node("priceAudiences").path("precision");
    if (setting.isMissingNode()) {
      return null;
    }
    BigDecimal precision = new BigDecimal(setting.asString("0"));
    if (precision.signum() <= 0) {
      throw new FaultException(wrong("priceAudiences.precision", "must be positive, e.g. 0.01"));
    }
    return precision;
  }

  /** Pages of partners' apps, as setting {@code joined} names them. */
  List<Join> joins() {
    return Join.of(settings);
  }

  /** The company's calendar, in its own zone. */
  CompanyDay calendar(InstantSource clock) {
    return new CompanyDay(clock, settings.zone());
  }

  /** Where the company is reached. */
  Service service() {
    return Service.of(settings);
  }

  Fault.Misconfigured wrong(String setting, String problem) {
    return new Fault.Misconfigured(settings.connection() + "." + setting, problem);
  }
}
