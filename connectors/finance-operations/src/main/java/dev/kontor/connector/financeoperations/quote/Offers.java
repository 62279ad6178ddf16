package dev.kontor.connector.financeoperations.quote;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.Currencies;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.connector.financeoperations.order.TaxTable;
import dev.kontor.model.Customer;
import dev.kontor.model.Quote;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a quotation offers, as shops know it. */
final class Offers {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int FINE = 6;

  private final FnoSettings settings;
  private final InstantSource clock;
  private final TaxTable taxes;

  Offers(FnoSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.taxes = new TaxTable(settings.open().path("taxes"));
  }

  Quote.State state(JsonNode header) {
    Instant end = end(header);
    return QuoteStates.of(
        Row.text(header, Quotations.STATUS), end != null && !clock.instant().isBefore(end));
  }

  /** The first moment after its last day, in the company's zone; null if it has none. */
  private @Nullable Instant end(JsonNode header) {
    LocalDate last = Row.day(header, "SalesQuotationExpiryDate");
    return last == null ? null : last.plusDays(1).atStartOfDay(settings.zone()).toInstant();
  }

  /**
   * When it was asked for and what the shop asks without an offer only the shop knows.
   *
   * @param number the shop's
   */
  Quote quote(JsonNode header, String number, List<JsonNode> lines) {
    Quote.State state = state(header);
    boolean offered = state == Quote.State.OFFERED || state == Quote.State.EXPIRED;
    return new Quote(
        number,
        Row.text(header, Quotations.NUMBER),
        state,
        Instant.EPOCH,
        end(header),
        Row.text(header, "CurrencyCode"),
        customer(header),
        lines.stream().map(line -> line(header, line)).toList(),
        BigDecimal.ZERO,
        offered ? total(header, lines) : null,
        null,
        Map.of());
  }

  private static Customer customer(JsonNode header) {
    String account = Row.text(header, "RequestingCustomerAccountNumber");
    return new Customer(
        account,
        account,
        Customer.Kind.COMPANY,
        false,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        Map.of());
  }

  private Quote.Line line(JsonNode header, JsonNode line) {
    String sku = Row.text(line, Quotations.ARTICLE);
    BigDecimal pieces = Row.number(line, Quotations.PIECES);
    BigDecimal each =
        pieces.signum() == 0
            ? BigDecimal.ZERO
            : less(header, net(header, line))
                .divide(pieces, FINE, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    BigDecimal per = Row.number(line, "SalesPriceQuantity");
    return new Quote.Line(
        Row.text(line, "InventoryLotId"),
        sku.isEmpty() ? Row.text(line, "ItemNumber") : sku,
        Row.text(line, "LineDescription"),
        pieces,
        per.signum() <= 0
            ? Row.number(line, "SalesPrice")
            : Row.number(line, "SalesPrice").divide(per, MathContext.DECIMAL64),
        each);
  }

  private BigDecimal total(JsonNode header, List<JsonNode> lines) {
    BigDecimal sum =
        lines.stream().map(line -> net(header, line)).reduce(BigDecimal.ZERO, BigDecimal::add);
    return less(header, sum).setScale(digits(header), RoundingMode.HALF_UP);
  }

  /** The discount on all of it that a seller gave. */
  private static BigDecimal less(JsonNode header, BigDecimal amount) {
    BigDecimal rest = HUNDRED.subtract(Row.number(header, "TotalDiscountPercentage"));
    return amount.multiply(rest).divide(HUNDRED, MathContext.DECIMAL128);
  }

  /** Where prices hold tax, it is taken out at the rate of setting taxes. */
  private BigDecimal net(JsonNode header, JsonNode line) {
    BigDecimal amount = Row.number(line, "LineAmount");
    if (!Row.text(header, "ArePricesIncludingSalesTax").equals(Row.YES)) {
      return amount;
    }
    BigDecimal rate =
        taxes
            .rate(Row.text(line, "SalesTaxGroupCode"), Row.text(line, "SalesTaxItemGroupCode"))
            .orElse(BigDecimal.ZERO);
    return amount.multiply(HUNDRED).divide(HUNDRED.add(rate), digits(header), RoundingMode.HALF_UP);
  }

  private static int digits(JsonNode header) {
    return Currencies.digits(Row.text(header, "CurrencyCode"));
  }
}
