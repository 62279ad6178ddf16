package dev.kontor.connector.businesscentral.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A sales line as a test tells it: one piece of item 1000 to customer C1 on 15 March 2026, local
 * currency, prices without 25 % VAT, unless said.
 */
final class Sale {

  static final List<VatPostingSetup> VAT =
      List.of(
          new VatPostingSetup("DOM", "GOODS", new BigDecimal("25"), TaxCalculation.NORMAL_VAT),
          new VatPostingSetup("LOW", "GOODS", new BigDecimal("6"), TaxCalculation.NORMAL_VAT),
          new VatPostingSetup(
              "REV", "GOODS", new BigDecimal("25"), TaxCalculation.REVERSE_CHARGE_VAT),
          new VatPostingSetup("US", "GOODS", new BigDecimal("8"), TaxCalculation.SALES_TAX));

  private Audience audience = Audience.customer("C1", "", "", true);
  private String campaign = "";
  private String variant = "";
  private String unit = "PCS";
  private String perUnit = "1";
  private String quantity = "1";
  private String currency = "";
  private String factor = "1";
  private String date = "2026-03-15";
  private boolean includingVat;
  private TaxCalculation calculation = TaxCalculation.NORMAL_VAT;
  private PriorPrice prior = new PriorPrice.None();
  private RoundingTerms rounding = RoundingTerms.DEFAULT;
  private ItemCard card = new ItemCard("1000", new BigDecimal("100"), false, "", "", true);

  Sale to(Audience other) {
    audience = other;
    return this;
  }

  Sale campaign(String no) {
    campaign = no;
    return this;
  }

  Sale variant(String code) {
    variant = code;
    return this;
  }

  Sale unit(String code, String baseUnits) {
    unit = code;
    perUnit = baseUnits;
    return this;
  }

  Sale quantity(String pieces) {
    quantity = pieces;
    return this;
  }

  Sale currency(String code, String perLocal) {
    currency = code;
    factor = perLocal;
    return this;
  }

  Sale on(String day) {
    date = day;
    return this;
  }

  Sale includingVat() {
    includingVat = true;
    return this;
  }

  Sale taxed(TaxCalculation other) {
    calculation = other;
    return this;
  }

  Sale after(PriorPrice other) {
    prior = other;
    return this;
  }

  Sale rounded(String amount, String unitAmount) {
    rounding = new RoundingTerms(new BigDecimal(amount), new BigDecimal(unitAmount));
    return this;
  }

  Sale card(ItemCard other) {
    card = other;
    return this;
  }

  Sale itemDiscountGroup(String code) {
    return card(new ItemCard("1000", new BigDecimal("100"), false, "", code, true));
  }

  PriceQuestion question() {
    return new PriceQuestion(
        audience,
        campaign,
        "1000",
        variant,
        unit,
        new BigDecimal(quantity),
        new BigDecimal(perUnit),
        currency,
        new BigDecimal(factor),
        LocalDate.parse(date),
        includingVat,
        new BigDecimal("25"),
        calculation,
        "GOODS",
        prior,
        rounding);
  }

  PriceBook book(Line... lines) {
    List<PriceListLine> numbered = new ArrayList<>();
    for (Line line : lines) {
      numbered.add(line.numbered(10000 * (numbered.size() + 1)));
    }
    return new PriceBook(numbered, List.of(card), VAT);
  }

  /** With price lists. */
  PriceAnswer with(Line... lines) {
    return new PriceEngine(PriceModel.V16).price(question(), book(lines));
  }

  /** With the legacy tables. */
  PriceAnswer withLegacy(Line... lines) {
    return new PriceEngine(PriceModel.V15).price(question(), book(lines));
  }
}
