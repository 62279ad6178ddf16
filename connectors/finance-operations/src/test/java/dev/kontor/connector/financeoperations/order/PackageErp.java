package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.CannedErp;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import tools.jackson.databind.JsonNode;

/** An environment with prepared answers of the package API. */
final class PackageErp {

  static final String ACTION =
      "POST DataManagementDefinitionGroups/Microsoft.Dynamics.DataEntities.";

  static final String CODES =
      "{\"shipping\": {\"code\": \"FREIGHT\", \"taxGroup\": \"VOLL\", \"byRate\": {\"7\": \"ERM\"}}}";

  private static final JsonNode ORDER =
      ModelJson.parse(
          """
          {"CurrencyCode": "EUR",
           "SalesOrderLines": [{"ItemNumber": "A1", "CustomersLineNumber": 1, "LineAmount": 10.70}],
           "SalesOrderHeaderCharges": [{"SalesChargeCode": "FREIGHT", "ChargeCategory": "Fixed",
             "FixedChargeAmount": 4.90, "SalesTaxItemGroupCode": "VOLL"}]}
          """);

  private PackageErp() {}

  /**
   * @param more behind the setting, with a comma before it
   */
  static String settings(String project, String codes, String more) {
    return "{\"headerCharges\": {\"project\": \"%s\", \"codes\": %s}%s}"
        .formatted(project, codes, more);
  }

  static String value(String text) {
    return ModelJson.mapper().createObjectNode().put("value", text).toString();
  }

  static CannedErp of(String codes) {
    return new CannedErp(settings("Orders", codes, ""));
  }

  /** With a store, and these statuses of executions. */
  static CannedErp ending(String... statuses) {
    CannedErp erp = of(CODES);
    offers(erp, address(erp));
    erp.on("PUT /store/a.zip", 201, "");
    erp.on(ACTION + "ImportFromPackage", 200, value("kontor-1"));
    for (String status : statuses) {
      erp.on(ACTION + "GetExecutionSummaryStatus", 200, value(status));
    }
    return erp;
  }

  static String address(CannedErp erp) {
    return erp.settings().path("url").asString() + "/store/a.zip?sig=secret";
  }

  static void offers(CannedErp erp, String address) {
    String told = ModelJson.mapper().createObjectNode().put("BlobUrl", address).toString();
    erp.on(ACTION + "GetAzureWriteUrl", 200, value(told));
  }

  static Outcome created(CannedErp erp) {
    return erp.write(EntityType.ORDER, new Write("k", Write.Action.CREATE, "SW-1", null, ORDER));
  }
}
