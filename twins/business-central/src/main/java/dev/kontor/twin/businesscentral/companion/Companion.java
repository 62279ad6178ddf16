package dev.kontor.twin.businesscentral.companion;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.odata.Rules;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The pages of the companion app by entity set. */
public final class Companion {
  /** Route of the app's API below {@code /api/}. */
  public static final String ROUTE = "kontor/commerce/v1.0";

  private static final View ITEMS =
      new View(
          Map.of("description2", "displayName2", "vatProductPostingGroup", "taxGroupCode"),
          row -> View.usual(View.yes(row, "allowInvoiceDiscount"), "reserve", "Optional"));

  private Companion() {}

  /** What each page does; sets without an entry are read-only tables. */
  public static Map<String, Rules> rules(Records records) {
    Map<String, Rules> rules = new HashMap<>();
    rules.put("pricingSetups", new PricingSetup(records));
    rules.put("currencyPrecisions", CurrencyPrecision.page());
    rules.put("vatPostingSetups", VatPostingSetup.page());
    rules.put("itemDetails", ITEMS);
    rules.put("itemVariantDetails", new View(Map.of(), UnaryOperator.identity()));
    rules.put("itemVariantOptions", new VariantOptions(records));
    rules.put("itemCategoryNodes", ItemCategoryNode.page(records));
    rules.put("stockByLocations", new StockByLocation(records));
    rules.put("stockCommitments", new StockCommitment(records));
    rules.put("expectedReceipts", new ExpectedReceipt(records));
    rules.put("plannedTransfers", new PlannedTransfer(records));
    rules.put("customerDetails", new CustomerDetails(records));
    rules.put("shipToAddresses", new ShipToAddresses(records));
    rules.put("salesOrderDetails", new OrderDetails(records));
    rules.put("salesShipmentDetails", SalesShipmentDetail.page(records));
    rules.put("salesShipmentLineDetails", SalesShipmentLineDetail.page(records));
    return rules;
  }
}
