package dev.kontor.connector.businesscentral.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A price list line as a test tells it: for all customers, item 1000, active, unless said. */
final class Line {

  private final AmountType type;
  private final String unitPrice;
  private final String percent;
  private PriceSource source = PriceSource.ALL_CUSTOMERS;
  private PriceAsset asset = PriceAsset.item("1000");
  private @Nullable PriceListKey key;
  private String variant = "";
  private String currency = "";
  private String unit = "";
  private String minimum = "0";
  private Period period = Period.ALWAYS;
  private boolean lineDiscount = true;
  private boolean invoiceDiscount = true;
  private boolean includesVat;
  private String vatGroup = "";
  private PriceStatus status = PriceStatus.ACTIVE;

  private Line(AmountType type, String unitPrice, String percent) {
    this.type = type;
    this.unitPrice = unitPrice;
    this.percent = percent;
  }

  static Line price(String amount) {
    return new Line(AmountType.PRICE, amount, "0");
  }

  static Line discount(String percent) {
    return new Line(AmountType.DISCOUNT, "0", percent);
  }

  static Line priceAndDiscount(String amount, String percent) {
    return new Line(AmountType.PRICE_AND_DISCOUNT, amount, percent);
  }

  Line of(SourceType sourceType, String no) {
    source = new PriceSource(sourceType, no);
    return this;
  }

  Line customer(String no) {
    return of(SourceType.CUSTOMER, no);
  }

  Line on(PriceAsset other) {
    asset = other;
    return this;
  }

  Line at(String list, int lineNo) {
    key = new PriceListKey(list, lineNo);
    return this;
  }

  Line variant(String code) {
    variant = code;
    return this;
  }

  Line currency(String code) {
    currency = code;
    return this;
  }

  Line unit(String code) {
    unit = code;
    return this;
  }

  Line from(String quantity) {
    minimum = quantity;
    return this;
  }

  /** Both days included; empty for open. */
  Line during(String start, String end) {
    period = new Period(day(start), day(end));
    return this;
  }

  private static @Nullable LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  Line withoutLineDiscount() {
    lineDiscount = false;
    return this;
  }

  Line withoutInvoiceDiscount() {
    invoiceDiscount = false;
    return this;
  }

  Line includingVat(String businessGroup) {
    includesVat = true;
    vatGroup = businessGroup;
    return this;
  }

  Line status(PriceStatus other) {
    status = other;
    return this;
  }

  /**
   * @param no its line number, if the test gave it no place of its own
   */
  PriceListLine numbered(int no) {
    return new PriceListLine(
        key == null ? new PriceListKey("LIST", no) : key,
        source,
        asset,
        variant,
        currency,
        unit,
        new BigDecimal(minimum),
        period,
        type,
        new BigDecimal(unitPrice),
        new BigDecimal(percent),
        lineDiscount,
        invoiceDiscount,
        includesVat,
        vatGroup,
        status);
  }
}
