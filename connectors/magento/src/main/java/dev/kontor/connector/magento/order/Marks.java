package dev.kontor.connector.magento.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Comments by which the hub knows again what it brought about, so that it is not done twice. */
public final class Marks {

  private static final String SHIPMENT = "ERP shipment ";
  private static final String INVOICE = "ERP invoice ";

  private static final Pattern AMOUNT = Pattern.compile(".*, (-?[0-9]+(?:\\.[0-9]+)?) ([A-Z]{3})");
  private static final int STORED = 4;

  private Marks() {}

  /** On a shipment the hub made. */
  public static String shipment(String number) {
    return SHIPMENT + number;
  }

  /** On an order, of goods that the shop said had left before the ERP did. */
  public static String shownAlready(String number, String shipment) {
    return shipment(number) + shown(shipment);
  }

  /**
   * On an order that the ERP has invoiced.
   *
   * @param told day and amount, in words
   */
  public static String invoice(String number, String told) {
    return INVOICE + number + told;
  }

  /** What the ERP has invoiced of an order by its comments, in the shop's base currency. */
  public static BigDecimal invoiced(JsonNode order) {
    JsonNode rate = order.path("base_to_order_rate");
    BigDecimal sum = BigDecimal.ZERO;
    for (String comment : comments(order.path("status_histories")).distinct().toList()) {
      Matcher told = AMOUNT.matcher(comment);
      if (comment.startsWith(INVOICE) && told.matches()) {
        BigDecimal amount = new BigDecimal(told.group(1));
        boolean base = told.group(2).equals(order.path("base_currency_code").asString(""));
        boolean convertible = !base && rate.isNumber() && rate.decimalValue().signum() > 0;
        sum =
            sum.add(
                convertible
                    ? amount.divide(rate.decimalValue(), STORED, RoundingMode.HALF_UP)
                    : amount);
      }
    }
    return sum;
  }

  private static String shown(String shipment) {
    return " is the shop's shipment " + shipment;
  }

  /** Whether a comment says of which shipment of the ERP that of the shop is. */
  public static boolean isShown(String comment, String shipment) {
    return comment.startsWith(SHIPMENT) && comment.endsWith(shown(shipment));
  }

  /** Whether the hub made that shipment of the shop. */
  public static boolean isOurs(JsonNode shipment) {
    return comments(shipment.path("comments")).anyMatch(comment -> comment.startsWith(SHIPMENT));
  }

  /** Texts of a list of comments. */
  public static Stream<String> comments(JsonNode list) {
    return list.valueStream().map(entry -> entry.path("comment").asString(""));
  }
}
