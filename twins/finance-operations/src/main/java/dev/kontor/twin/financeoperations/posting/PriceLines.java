package dev.kontor.twin.financeoperations.posting;

import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Numbers;
import dev.kontor.twin.financeoperations.records.Reference;
import dev.kontor.twin.financeoperations.records.Rules;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Lines of open price journals. */
public final class PriceLines implements Rules {
  public static final String SOURCE = "OpenSalesPriceJournalLinesV2";
  private static final List<Reference> REFERENCES =
      List.of(
          new Reference("TradeAgreementJournalNumber", TradeAgreements.SOURCE, "Open journals"),
          new Reference("ItemNumber", "products", "Released products"),
          new Reference("CustomerAccountNumber", "customers", "Customers"),
          new Reference("PriceSiteId", "OperationalSites", "Sites"),
          new Reference("PriceWarehouseId", "Warehouses", "Warehouses"));

  private final Erp erp;

  public PriceLines(Erp erp) {
    this.erp = erp;
  }

  @Override
  public ObjectNode insert(String company, ObjectNode sent) {
    Reference.mandatory(sent, "TradeAgreementJournalNumber", "ItemNumber");
    ObjectNode row = erp.records().blank(company, SOURCE);
    row.put("SalesPriceQuantity", BigDecimal.ONE)
        .put("WillSearchContinue", "Yes")
        .put("PriceCurrencyCode", erp.company(company).currency());
    row.setAll(sent);
    if (!sent.has("LineNumber")) {
      row.put("LineNumber", next(company, text(sent, "TradeAgreementJournalNumber")));
    }
    row.put("dataAreaId", company);
    check(company, row);
    Numbers.requireNew(erp, SOURCE, row, "LineNumber");
    return erp.records().put(SOURCE, row);
  }

  private BigDecimal next(String company, String journal) {
    return erp.records()
        .highest(company, SOURCE, "TradeAgreementJournalNumber", journal, "LineNumber")
        .add(BigDecimal.ONE);
  }

  private void check(String company, ObjectNode row) {
    Reference.check(erp, company, row, REFERENCES);
    erp.records()
        .find(company, "products", text(row, "ItemNumber"))
        .ifPresent(product -> row.set("ItemNumber", product.path("ItemNumber")));
    Reference.currency(erp.company(company), row, "PriceCurrencyCode");
  }

  @Override
  public void update(String company, ObjectNode row, ObjectNode patch) {
    row.setAll(patch);
    check(company, row);
    erp.records().put(SOURCE, row);
  }

  @Override
  public void delete(String company, ObjectNode row) {
    erp.records().remove(SOURCE, row);
  }
}
