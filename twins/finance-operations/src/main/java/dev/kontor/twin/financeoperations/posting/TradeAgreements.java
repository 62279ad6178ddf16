package dev.kontor.twin.financeoperations.posting;

import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.records.Message;
import dev.kontor.twin.financeoperations.records.Numbering;
import dev.kontor.twin.financeoperations.records.Numbers;
import dev.kontor.twin.financeoperations.records.Records;
import dev.kontor.twin.financeoperations.records.Reference;
import dev.kontor.twin.financeoperations.records.Rules;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Journals of sales prices; they count only when a person has posted them (pricing.md R1). */
public final class TradeAgreements implements Rules {
  public static final String SOURCE = "OpenTradeAgreementJournalHeadersV2";
  private static final String POSTED = "SalesPriceAgreements";

  /** Fields that the posted entity spells otherwise. */
  private static final Map<String, String> SPELT =
      Map.of(
          "QuantityUnitSymbol", "QuantityUnitySymbol",
          "ProductConfigurationId", "ProductconfigurationId");

  /** What makes an agreement the same as one before it. */
  private static final List<String> IDENTITY =
      List.of(
          "CustomerAccountNumber",
          "PriceCustomerGroupCode",
          "PriceCurrencyCode",
          "QuantityUnitySymbol",
          "ProductSizeId",
          "ProductColorId",
          "ProductStyleId",
          "ProductconfigurationId",
          "ProductVersionId",
          "PriceSiteId",
          "PriceWarehouseId",
          "PriceApplicableFromDate",
          "PriceApplicableToDate",
          "FromQuantity",
          "ToQuantity");

  private final Erp erp;

  public TradeAgreements(Erp erp) {
    this.erp = erp;
  }

  @Override
  public ObjectNode insert(String company, ObjectNode sent) {
    Reference.mandatory(sent, "TradeAgreementJournalNameId");
    Reference.check(
        erp,
        company,
        sent,
        List.of(
            new Reference(
                "TradeAgreementJournalNameId",
                "TradeAgreementJournalNames",
                "Trade agreement journal names")));
    ObjectNode row = erp.records().blank(company, SOURCE);
    row.setAll(sent);
    row.put("dataAreaId", company);
    Numbers.assign(erp, SOURCE, row, "JournalNumber", Numbering.AUTOMATIC, "%08d");
    return erp.records().put(SOURCE, row);
  }

  @Override
  public void update(String company, ObjectNode row, ObjectNode patch) {
    row.setAll(patch);
    erp.records().put(SOURCE, row);
  }

  @Override
  public void delete(String company, ObjectNode row) {
    lines(company, text(row, "JournalNumber"))
        .forEach(line -> erp.records().remove(PriceLines.SOURCE, line));
    erp.records().remove(SOURCE, row);
  }

  private List<ObjectNode> lines(String company, String number) {
    return erp.records().where(company, PriceLines.SOURCE, "TradeAgreementJournalNumber", number);
  }

  /** A person posts it: the journal is no longer open, its prices hold. */
  public void post(String company, String number) {
    ObjectNode journal =
        erp.records()
            .find(company, SOURCE, number)
            .orElseThrow(() -> Reference.unknown(number, "JournalNumber", "Open journals"));
    List<ObjectNode> lines = lines(company, number);
    if (lines.isEmpty()) {
      throw Fault.logic(Message.NOTHING_TO_POST, number);
    }
    lines.forEach(line -> hold(company, line));
    delete(company, journal);
  }

  /** A person ends a posted price; it is gone from the day it was posted. */
  public void end(String company, String record) {
    ObjectNode row =
        erp.records()
            .find(company, POSTED, record)
            .orElseThrow(() -> Reference.unknown(record, "RecordId", "Posted agreements"));
    erp.records().remove(POSTED, row);
  }

  private void hold(String company, ObjectNode line) {
    ObjectNode row = erp.records().blank(company, POSTED);
    line.properties()
        .forEach(
            p -> {
              String field = SPELT.getOrDefault(p.getKey(), p.getKey());
              if (row.has(field)) {
                row.set(field, p.getValue());
              }
            });
    erp.records().where(company, POSTED, "ItemNumber", text(row, "ItemNumber")).stream()
        .filter(
            before ->
                IDENTITY.stream()
                    .allMatch(
                        f -> Records.keyText(before.path(f)).equals(Records.keyText(row.path(f)))))
        .forEach(before -> erp.records().remove(POSTED, before));
    row.put("RecordId", Long.parseLong(erp.records().next("", "agreement", "%d")));
    erp.records().put(POSTED, row);
  }
}
