package dev.kontor.twin.businesscentral.companion;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.odata.Rules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The one row that tells which price tables hold and how local amounts are rounded. */
final class PricingSetup implements Rules {
  private final Records records;

  PricingSetup(Records records) {
    this.records = records;
  }

  @Override
  public Optional<List<ObjectNode>> computed(String scope, String parent) {
    ObjectNode row = Json.object().put("id", Ids.guid("pricingSetup/" + records.company()));
    row.put("salesPricesEnabled", !records.setting("legacyPrices").asBoolean(false))
        .put("localCurrencyCode", records.localCurrency())
        .put("amountRoundingPrecision", new BigDecimal("0.01"))
        .put("unitAmountRoundingPrecision", new BigDecimal("0.00001"))
        .put("defaultPriceListCode", records.setting("defaultPriceList").asString(""));
    row.put(
        "lastModifiedDateTime",
        records.setting("lastModifiedDateTime").asString("0001-01-01T00:00:00Z"));
    return Optional.of(List.of(row));
  }
}
