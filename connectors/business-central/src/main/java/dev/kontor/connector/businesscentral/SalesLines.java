package dev.kontor.connector.businesscentral;

import dev.kontor.connector.businesscentral.totals.SalesDocument;
import dev.kontor.model.LineKind;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.OrderLine;
import dev.kontor.model.PriceBasis;
import dev.kontor.model.TaxShare;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the lines of a model order into lines of a sales order whose amounts equal the shop's to
 * the cent. Properties stand in the order Business Central validates them without overwriting
 * (business-central/totals.md rule 6); {@code taxPercent} is the shop's rate, for {@link
 * OrderPreparation}.
 */
final class SalesLines {

  private final Order order;
  private final LineTargets targets;
  private final BigDecimal precision;
  private final ArrayNode lines = ModelJson.mapper().createArrayNode();

  private SalesLines(Order order, JsonNode settings) {
    this.order = order;
    this.targets = new LineTargets(settings);
    this.precision = precision(order.currency(), settings);
  }

  /**
   * The contributed function {@code salesLines(order, settings)}.
   *
   * @throws FaultException {@link Fault.Invalid} naming the line that cannot be booked
   */
  static JsonNode apply(List<JsonNode> arguments) {
    return of(ModelJson.mapper().treeToValue(arguments.get(0), Order.class), arguments.get(1));
  }

  /** The same. */
  static JsonNode of(Order order, JsonNode settings) {
    SalesLines result = new SalesLines(order, settings);
    for (int i = 0; i < order.lines().size(); i++) {
      result.add(order.lines().get(i), "lines[" + i + "]");
    }
    return result.lines;
  }

  /** Decimals of a currency: a setting, else the currency's usual ones. */
  static BigDecimal precision(String currency, JsonNode settings) {
    String set = Json.text(settings.path("amountPrecision"), currency);
    if (set != null) {
      return new BigDecimal(set);
    }
    try {
      int digits = java.util.Currency.getInstance(currency).getDefaultFractionDigits();
      return digits < 0 ? SalesDocument.CENT : BigDecimal.ONE.movePointLeft(digits);
    } catch (IllegalArgumentException e) {
      return SalesDocument.CENT;
    }
  }

  private void add(OrderLine line, String path) {
    switch (line.kind()) {
      case GOODS -> addGoods(line, path);
      case CUSTOM, GIFT_CARD, FEE -> addPieces(line, path);
      case PROMOTION, CREDIT, SHIPPING -> addShares(line, path);
    }
  }

  private void addGoods(OrderLine line, String path) {
    if (line.sku() == null || line.sku().isBlank()) {
      throw invalid(path + ".sku", "is missing on a line of goods; give the product a number");
    }
    if (line.quantity().signum() <= 0) {
      throw invalid(path + ".quantity", "is not above zero; a return is not part of an order");
    }
    ObjectNode json = start("Item", line.sku(), ChosenText.description(line));
    price(json, line, onlyRate(line, path));
  }

  /** A line with a quantity on an account; one that mixes rates or is negative is split by rate. */
  private void addPieces(OrderLine line, String path) {
    boolean plain = shares(line).size() == 1 && amount(line).signum() >= 0;
    if (!plain || line.quantity().signum() <= 0) {
      addShares(line, path);
      return;
    }
    BigDecimal rate = onlyRate(line, path);
    LineTargets.Target target = target(line, rate, path);
    price(start(target.lineType(), target.number(), ChosenText.description(line)), line, rate);
  }

  /** One line of quantity 1 per tax rate, so that each share is taxed as the shop taxed it. */
  private void addShares(OrderLine line, String path) {
    for (TaxShare share : shares(line)) {
      BigDecimal amount = share.amount().on(order.priceBasis());
      if (amount.signum() != 0) {
        LineTargets.Target target = target(line, share.rate(), path);
        start(target.lineType(), target.number(), ChosenText.description(line))
            .put("taxPercent", share.rate())
            .put("quantity", BigDecimal.ONE)
            .put("unitPrice", amount);
      }
    }
  }

  private void price(ObjectNode json, OrderLine line, BigDecimal rate) {
    LinePrice price = LinePrice.of(line.quantity(), line.unitPrice(), amount(line), precision);
    json.put("taxPercent", rate)
        .put("quantity", line.quantity())
        .put("unitPrice", price.unitPrice());
    if (price.discount().signum() != 0) {
      json.put("discountAmount", price.discount());
    }
  }

  private ObjectNode start(String lineType, String number, String description) {
    return lines
        .addObject()
        .put("lineType", lineType)
        .put("lineObjectNumber", number)
        .put("description", description);
  }

  private LineTargets.Target target(OrderLine line, @Nullable BigDecimal rate, String path) {
    return targets
        .of(line.kind(), rate)
        .orElseThrow(
            () ->
                invalid(
                    path,
                    "is a "
                        + words(line.kind())
                        + " line, but setting "
                        + LineTargets.setting(line.kind())
                        + " names no account or item for it; set it"));
  }

  private BigDecimal onlyRate(OrderLine line, String path) {
    List<TaxShare> shares = shares(line);
    if (shares.size() == 1) {
      return shares.getFirst().rate();
    }
    throw invalid(
        path + ".taxes",
        "mixes " + shares.size() + " tax rates, which one sales line cannot; split the article");
  }

  /** A line without stated rates is untaxed. */
  private List<TaxShare> shares(OrderLine line) {
    if (line.taxes().isEmpty() || order.priceBasis() == PriceBasis.TAX_FREE) {
      return List.of(new TaxShare(BigDecimal.ZERO, line.amount()));
    }
    return line.taxes();
  }

  private BigDecimal amount(OrderLine line) {
    return line.amount().on(order.priceBasis());
  }

  private static String words(LineKind kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  private static FaultException invalid(String field, String problem) {
    return new FaultException(new Fault.Invalid(field, problem, null));
  }
}
